"""The header differs from the page's origin in its scheme only."""

from __future__ import annotations

from cors_tui.lab.scenarios.wrong_scheme import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_allowed_origin_is_the_pages_by_https() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
        assert lab.case.call.origin == "http://localhost:3000"
    assert lines_of(actual) == ["Access-Control-Allow-Origin: https://localhost:3000"]
