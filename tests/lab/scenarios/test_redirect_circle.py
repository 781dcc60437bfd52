"""Each answer leads to itself, and carries the header."""

from __future__ import annotations

from cors_tui.lab.scenarios.redirect_circle import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_it_leads_back_to_itself_with_the_header() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
    assert (actual.status, actual.headers.get("location")) == (302, "/api/tasks")
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]
