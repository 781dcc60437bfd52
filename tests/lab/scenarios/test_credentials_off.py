"""The server would take cookies, and the page sends none."""

from __future__ import annotations

from cors_tui.lab.scenarios.credentials_off import SCENARIO
from cors_tui.session.labs import RunningLab
from cors_tui.standards.request import CredentialsMode
from tests.lab.talking import ask_actual, lines_of, request, say


async def test_the_call_goes_without_credentials_and_is_nobodys() -> None:
    async with RunningLab(SCENARIO) as lab:
        assert lab.case.call.credentials is CredentialsMode.SAME_ORIGIN
        answer = await ask_actual(lab)
        known = await say(lab.ports.edge, request("GET", "/api/me", "Cookie: session=practice"))
    assert answer.status == 401
    assert "Access-Control-Allow-Credentials: true" in lines_of(answer)
    assert known.endswith(b'{"user": "ada"}')
