"""A header with nothing in it."""

from __future__ import annotations

from cors_tui.lab.scenarios.empty_allow_origin import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_header_is_sent_empty() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
    assert (actual.status, lines_of(actual)) == (200, ["Access-Control-Allow-Origin: "])
