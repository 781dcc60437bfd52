"""A 429 that says when to come back, and nothing of CORS."""

from __future__ import annotations

from cors_tui.lab.scenarios.rate_limited import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_everything_is_429_without_headers() -> None:
    async with RunningLab(SCENARIO) as lab:
        for answer in (await ask_preflight(lab), await ask_actual(lab)):
            assert (answer.status, answer.headers.get("retry-after"), lines_of(answer)) == (429, "60", [])
