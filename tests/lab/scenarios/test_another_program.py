"""AirPlay's answer, whatever is asked."""

from __future__ import annotations

from cors_tui.lab.scenarios.another_program import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_everything_is_403_from_airtunes() -> None:
    async with RunningLab(SCENARIO) as lab:
        for answer in (await ask_preflight(lab), await ask_actual(lab), await ask_actual(lab, target="/")):
            assert (answer.status, answer.headers.get("server"), answer.body) == (403, "AirTunes/935.7.1", "")
            assert lines_of(answer) == []
