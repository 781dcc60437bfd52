"""Two origins in one line."""

from __future__ import annotations

from cors_tui.lab.scenarios.origin_list import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_line_holds_the_page_and_another_origin() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000, https://app.example.com"]
