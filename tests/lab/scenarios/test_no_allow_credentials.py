"""The origin is right, Allow-Credentials is not there."""

from __future__ import annotations

from cors_tui.lab.scenarios.no_allow_credentials import SCENARIO
from cors_tui.session.labs import RunningLab
from cors_tui.standards.request import CredentialsMode
from tests.lab.talking import ask_actual, lines_of


async def test_only_the_origin_is_allowed() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
        assert lab.case.call.credentials is CredentialsMode.INCLUDE
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]
