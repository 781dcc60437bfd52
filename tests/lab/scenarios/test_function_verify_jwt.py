"""Without a token the platform answers, with one the function does."""

from __future__ import annotations

from cors_tui.lab.scenarios.function_verify_jwt import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_has_no_token_and_never_reaches_the_function() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, lines_of(preflight)) == (401, [])
    assert "Missing authorization header" in preflight.body
    assert (actual.status, lines_of(actual)) == (200, ["Access-Control-Allow-Origin: http://localhost:3000"])
