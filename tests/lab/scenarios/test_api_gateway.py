"""The gateway refuses OPTIONS in its own words, the function answers GET."""

from __future__ import annotations

from cors_tui.lab.scenarios.api_gateway import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_speaks_of_a_token_and_the_request_passes() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, preflight.body) == (403, '{"message":"Missing Authentication Token"}')
    assert preflight.headers.get("x-amzn-errortype") == "MissingAuthenticationTokenException"
    assert lines_of(preflight) == []
    assert (actual.status, lines_of(actual)) == (200, ["Access-Control-Allow-Origin: http://localhost:3000"])
