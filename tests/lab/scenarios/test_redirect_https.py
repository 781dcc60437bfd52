"""Whatever is asked is sent on to https."""

from __future__ import annotations

from cors_tui.lab.scenarios.redirect_https import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_preflight_and_request_are_sent_to_https_on_this_machine() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
        there = f"https://localhost:{lab.ports.closed}/api/devices"
    for answer in (preflight, actual):
        assert (answer.status, answer.headers.get("location"), lines_of(answer)) == (308, there, [])
