"""The refusal of the host comes before the CORS code."""

from __future__ import annotations

from cors_tui.lab.scenarios.host_refused import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_host_is_refused_without_a_word_about_cors() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
    assert (actual.status, actual.body, lines_of(actual)) == (400, "Invalid host header", [])
