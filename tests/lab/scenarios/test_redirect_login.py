"""Without a session the call is sent to a login page."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.redirect_login import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_call_is_redirected_to_a_page_of_html() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
        login = await ask_actual(lab, port=lab.ports.other, target="/login")
        there = f"http://localhost:{lab.ports.other}/login?next=%2Fapi%2Fdashboard"
    assert (actual.status, actual.headers.get("location"), lines_of(actual)) == (302, there, [])
    assert (login.status, lines_of(login)) == (200, [])
    assert "<title>Log in</title>" in login.body


async def test_repaired_the_page_can_read_that_nobody_is_logged_in() -> None:
    async with RunningLab(SCENARIO) as lab:
        await lab.apply(CorsPolicy(origins=(PAGE,), credentials=True))
        actual = await ask_actual(lab)
    assert (actual.status, actual.body) == (401, '{"error": "not logged in"}')
    assert f"Access-Control-Allow-Origin: {PAGE}" in lines_of(actual)
