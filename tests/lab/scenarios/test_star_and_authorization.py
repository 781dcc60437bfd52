"""A star for the headers, without credentials."""

from __future__ import annotations

from cors_tui.lab.scenarios.star_and_authorization import SCENARIO
from cors_tui.session.labs import RunningLab
from cors_tui.standards.request import CredentialsMode
from tests.lab.talking import ask_preflight, lines_of


async def test_the_origin_and_the_headers_are_stars_and_a_token_is_asked_for() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight = await ask_preflight(lab)
        asked = lab.asked()[0].headers.get("access-control-request-headers")
        assert lab.case.call.credentials is CredentialsMode.SAME_ORIGIN
    assert asked == "authorization"
    assert lines_of(preflight) == ["Access-Control-Allow-Headers: *", "Access-Control-Allow-Origin: *"]
