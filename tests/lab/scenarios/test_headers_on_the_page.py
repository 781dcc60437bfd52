"""The page asks for leave to send what only a server may send."""

from __future__ import annotations

from cors_tui.lab.scenarios.headers_on_the_page import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_has_to_ask_for_the_header_and_gets_no_list() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
        asked = lab.asked()[0].headers.get("access-control-request-headers")
    assert asked == "access-control-allow-origin"
    assert (preflight.status, actual.status) == (204, 200)
    assert lines_of(preflight) == lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]
