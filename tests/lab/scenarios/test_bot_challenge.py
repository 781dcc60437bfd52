"""A page with a riddle, whatever is asked."""

from __future__ import annotations

from cors_tui.lab.scenarios.bot_challenge import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_everything_is_a_challenge() -> None:
    async with RunningLab(SCENARIO) as lab:
        for answer in (await ask_preflight(lab), await ask_actual(lab)):
            assert (answer.status, lines_of(answer), answer.headers.get("cf-mitigated")) == (403, [], "challenge")
            assert "<title>Just a moment...</title>" in answer.body
