"""The headers are right and the Domain is another host's."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.cookie_rejected import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_cookie_names_another_host_and_repaired_none() -> None:
    async with RunningLab(SCENARIO) as lab:
        broken = await ask_actual(lab)
        await lab.apply(CorsPolicy(origins=(PAGE,), credentials=True))
        repaired = await ask_actual(lab)
    for answer in (broken, repaired):
        assert f"Access-Control-Allow-Origin: {PAGE}" in lines_of(answer)
        assert "Access-Control-Allow-Credentials: true" in lines_of(answer)
    assert lines_of(broken, "set-cookie") == ["Set-Cookie: session=practice; Path=/; HttpOnly; Domain=app.localhost"]
    assert lines_of(repaired, "set-cookie") == ["Set-Cookie: session=practice; Path=/; HttpOnly"]
