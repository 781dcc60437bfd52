"""The preflight passes, the refusal of the form has no header, good answers have it."""

from __future__ import annotations

from cors_tui.lab.scenarios.error_422 import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_422_is_bare_and_the_preflight_is_not() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert preflight.status == 204
    assert "Access-Control-Allow-Origin: http://localhost:3000" in lines_of(preflight)
    assert (actual.status, actual.body, lines_of(actual)) == (422, '{"error": "the day is missing"}', [])
