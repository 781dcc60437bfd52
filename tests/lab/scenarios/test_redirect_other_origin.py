"""Both servers allow the page, the second not null."""

from __future__ import annotations

from cors_tui.lab.scenarios.redirect_other_origin import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_first_hop_is_right_and_leads_to_another_port() -> None:
    async with RunningLab(SCENARIO) as lab:
        first = await ask_actual(lab)
        there = f"http://localhost:{lab.ports.other}/files/report"
    assert (first.status, first.headers.get("location")) == (302, there)
    assert lines_of(first) == ["Access-Control-Allow-Origin: http://localhost:3000"]


async def test_the_second_server_knows_the_page_and_not_null() -> None:
    async with RunningLab(SCENARIO) as lab:
        page = await ask_actual(lab, port=lab.ports.other)
        null = await ask_actual(lab, "null", port=lab.ports.other)
    assert lines_of(page) == ["Access-Control-Allow-Origin: http://localhost:3000"]
    assert lines_of(null) == []
