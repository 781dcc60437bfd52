"""One server by two names."""

from __future__ import annotations

from cors_tui.lab.scenarios.www_spelling import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_page_and_api_are_one_server_and_two_origins() -> None:
    async with RunningLab(SCENARIO) as lab:
        origin, url = lab.case.call.origin, lab.case.call.url
        assert (origin, url) == (
            f"http://www.localhost:{lab.ports.edge}",
            f"http://localhost:{lab.ports.edge}/api/prices",
        )
        page, actual = await ask_actual(lab, target="/"), await ask_actual(lab)
    assert page.body.startswith("<!doctype html>")
    assert (actual.status, lines_of(actual)) == (200, [])
