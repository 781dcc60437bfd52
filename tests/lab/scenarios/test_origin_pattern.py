"""A star inside an origin."""

from __future__ import annotations

from cors_tui.lab.scenarios.origin_pattern import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_port_is_a_star() -> None:
    async with RunningLab(SCENARIO) as lab:
        assert lines_of(await ask_actual(lab)) == ["Access-Control-Allow-Origin: http://localhost:*"]
