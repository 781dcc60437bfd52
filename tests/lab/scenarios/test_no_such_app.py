"""The platform's 404, whatever is asked."""

from __future__ import annotations

from cors_tui.lab.scenarios.no_such_app import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_everything_is_a_missing_deployment() -> None:
    async with RunningLab(SCENARIO) as lab:
        for answer in (await ask_preflight(lab), await ask_actual(lab)):
            assert (answer.status, lines_of(answer)) == (404, [])
            assert answer.headers.get("x-vercel-error") == "DEPLOYMENT_NOT_FOUND"
