"""A star for the headers, and credentials."""

from __future__ import annotations

from cors_tui.lab.scenarios.wildcard_authorization import SCENARIO
from cors_tui.session.labs import RunningLab
from cors_tui.standards.request import CredentialsMode
from tests.lab.talking import ask_preflight, lines_of


async def test_the_headers_are_a_star_and_credentials_are_allowed() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight = await ask_preflight(lab)
        assert (lab.case.call.credentials, "authorization" in lab.case.call.headers) == (CredentialsMode.INCLUDE, True)
    assert preflight.status == 204
    assert lines_of(preflight) == [
        "Access-Control-Allow-Headers: *",
        "Access-Control-Allow-Origin: http://localhost:3000",
        "Access-Control-Allow-Credentials: true",
    ]
