"""The 200 has the header, the 500 has not."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.error_500 import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_report_fails_without_a_header_and_the_health_check_has_it() -> None:
    async with RunningLab(SCENARIO) as lab:
        failed, fine = await ask_actual(lab), await ask_actual(lab, target="/api/health")
    assert (failed.status, lines_of(failed)) == (500, [])
    assert (fine.status, lines_of(fine)) == (200, ["Access-Control-Allow-Origin: http://localhost:3000"])


async def test_repaired_the_error_is_still_a_500_and_can_be_read() -> None:
    async with RunningLab(SCENARIO) as lab:
        await lab.apply(CorsPolicy(origins=(PAGE,)))
        failed = await ask_actual(lab)
    assert (failed.status, lines_of(failed)) == (500, [f"Access-Control-Allow-Origin: {PAGE}"])
