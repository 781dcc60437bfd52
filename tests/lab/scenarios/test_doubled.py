"""One line from the application, one more through the proxy."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.doubled import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_application_sends_one_line_and_the_proxy_makes_it_two() -> None:
    line = "Access-Control-Allow-Origin: http://localhost:3000"
    async with RunningLab(SCENARIO) as lab:
        through, direct = await ask_actual(lab), await ask_actual(lab, port=lab.ports.origin_server)
    assert (lines_of(direct), lines_of(through)) == ([line], [line, line])
    assert through.body == direct.body


async def test_repaired_the_proxy_adds_nothing() -> None:
    async with RunningLab(SCENARIO) as lab:
        await lab.apply(CorsPolicy(origins=(PAGE,)))
        assert lines_of(await ask_actual(lab)) == [f"Access-Control-Allow-Origin: {PAGE}"]
