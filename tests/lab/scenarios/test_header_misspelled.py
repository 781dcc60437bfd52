"""The header stands there, one letter short."""

from __future__ import annotations

from cors_tui.lab.scenarios.header_misspelled import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_header_is_there_under_another_name() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
    assert actual.status == 200
    assert lines_of(actual) == ["Access-Control-Allow-Orign: http://localhost:3000"]
