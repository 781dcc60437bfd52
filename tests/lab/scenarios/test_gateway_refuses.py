"""The preflight passes, the gateway refuses the rest in its own words."""

from __future__ import annotations

from cors_tui.lab.scenarios.gateway_refuses import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_401_is_the_gateways_and_bare() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, actual.status) == (204, 401)
    assert (actual.headers.get("x-amzn-errortype"), lines_of(actual)) == ("UnauthorizedException", [])
