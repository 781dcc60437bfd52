"""The path without a slash is redirected, the one with it has the headers."""

from __future__ import annotations

from cors_tui.lab.scenarios.redirect_slash import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_is_redirected_to_the_slash() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight = await ask_preflight(lab)
        there = f"http://localhost:{lab.ports.edge}/api/items/"
    assert (preflight.status, preflight.headers.get("location"), lines_of(preflight)) == (307, there, [])


async def test_the_route_with_a_slash_answers_with_the_header() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab, target="/api/items/")
    assert (actual.status, lines_of(actual)) == (200, ["Access-Control-Allow-Origin: http://localhost:3000"])
