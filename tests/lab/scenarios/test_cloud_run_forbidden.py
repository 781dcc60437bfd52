"""The platform's page, whatever is asked."""

from __future__ import annotations

from cors_tui.lab.scenarios.cloud_run_forbidden import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_everything_is_forbidden_by_the_platform() -> None:
    async with RunningLab(SCENARIO) as lab:
        for answer in (await ask_preflight(lab), await ask_actual(lab)):
            assert (answer.status, lines_of(answer)) == (403, [])
            assert answer.headers.get("server") == "Google Frontend"
