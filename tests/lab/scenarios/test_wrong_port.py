"""The header names the same machine by its other name."""

from __future__ import annotations

from cors_tui.lab.scenarios.wrong_port import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_allowed_origin_is_localhost_and_the_page_is_127_0_0_1() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
        assert lab.case.call.origin == "http://127.0.0.1:3000"
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]
