"""All headers on the preflight, none on the answer."""

from __future__ import annotations

from cors_tui.lab.scenarios.only_preflight_answered import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_passes_and_the_answer_has_nothing() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert preflight.status == 204
    assert "Access-Control-Allow-Origin: http://localhost:3000" in lines_of(preflight)
    assert (actual.status, lines_of(actual)) == (200, [])
