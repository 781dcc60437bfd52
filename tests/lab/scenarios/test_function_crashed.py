"""The platform's words, whatever is asked."""

from __future__ import annotations

from cors_tui.lab.scenarios.function_crashed import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_everything_is_error_1101() -> None:
    async with RunningLab(SCENARIO) as lab:
        for answer in (await ask_preflight(lab), await ask_actual(lab)):
            assert (answer.status, answer.body, lines_of(answer)) == (500, "error code: 1101", [])
