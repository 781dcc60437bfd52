"""A 500 for OPTIONS only."""

from __future__ import annotations

from cors_tui.lab.scenarios.preflight_crash import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_is_a_500_and_the_request_a_200_with_the_header() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, preflight.body, lines_of(preflight)) == (500, "Internal Server Error", [])
    assert (actual.status, lines_of(actual)) == (200, ["Access-Control-Allow-Origin: http://localhost:3000"])
