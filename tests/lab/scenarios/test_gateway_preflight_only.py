"""All headers from the gateway, none from the function."""

from __future__ import annotations

from cors_tui.lab.scenarios.gateway_preflight_only import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_function_has_the_gateways_mark_and_no_header() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert preflight.status == 200
    assert "Access-Control-Allow-Origin: http://localhost:3000" in lines_of(preflight)
    assert (actual.status, lines_of(actual)) == (200, [])
    assert "x-amzn-requestid" in actual.headers
