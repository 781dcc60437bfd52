"""The answer is whole, and nothing in it is about CORS."""

from __future__ import annotations

from cors_tui.lab.scenarios.no_header import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_list_is_answered_without_a_word_about_cors() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
    assert (actual.status, actual.body, lines_of(actual)) == (200, '[{"id": 1, "total": 19.9}]', [])
