"""A star, and Allow-Credentials beside it."""

from __future__ import annotations

from cors_tui.lab.scenarios.wildcard_credentials import SCENARIO
from cors_tui.session.labs import RunningLab
from cors_tui.standards.request import CredentialsMode
from tests.lab.talking import ask_actual, lines_of


async def test_a_star_answers_a_request_with_credentials() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
        assert lab.case.call.credentials is CredentialsMode.INCLUDE
    assert lines_of(actual) == ["Access-Control-Allow-Origin: *", "Access-Control-Allow-Credentials: true"]
