"""The headers are right and the cookie is Lax."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.cookie_not_sent import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of, request, say


async def test_the_answer_is_readable_and_begins_a_session_that_stays_at_home() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
    assert "Access-Control-Allow-Origin: http://localhost:3000" in lines_of(actual)
    assert "Access-Control-Allow-Credentials: true" in lines_of(actual)
    assert lines_of(actual, "set-cookie") == ["Set-Cookie: session=practice; Path=/; HttpOnly; SameSite=Lax"]
    assert actual.body == '{"user": null}'


async def test_repaired_the_cookie_may_travel_and_who_brings_it_is_known() -> None:
    async with RunningLab(SCENARIO) as lab:
        await lab.apply(CorsPolicy(origins=(PAGE,), credentials=True))
        [cookie] = lines_of(await ask_actual(lab), "set-cookie")
        known = await say(lab.ports.edge, request("GET", "/api/me", "Cookie: session=practice"))
    assert cookie.endswith("; SameSite=None; Secure")
    assert known.endswith(b'{"user": "ada"}')
