"""The header names the page's origin and one character more."""

from __future__ import annotations

from cors_tui.lab.scenarios.trailing_slash import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_allowed_origin_is_the_pages_with_a_slash() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
        assert lines_of(actual) == [f"Access-Control-Allow-Origin: {lab.case.call.origin}/"]
