"""Credentials are allowed, the header of the token is not."""

from __future__ import annotations

from cors_tui.lab.scenarios.bearer_not_listed import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_preflight, lines_of


async def test_credentials_are_allowed_and_authorization_is_not_listed() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight = await ask_preflight(lab)
        assert [name for name, _ in lab.case.call.headers] == ["Authorization"]
    assert preflight.status == 204
    assert lines_of(preflight) == [
        "Access-Control-Allow-Headers: Content-Type",
        "Access-Control-Allow-Origin: http://localhost:3000",
        "Access-Control-Allow-Credentials: true",
    ]
