"""The preflight is a 400 with a sentence, the request a 200 without the header."""

from __future__ import annotations

from cors_tui.lab.scenarios.origin_refused import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_sentence_stands_in_the_body_of_the_preflight() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, preflight.body) == (400, "Disallowed CORS origin")
    assert "access-control-allow-origin" not in preflight.headers
    assert (actual.status, lines_of(actual)) == (200, [])
