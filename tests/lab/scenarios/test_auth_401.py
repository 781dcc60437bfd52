"""The preflight without a token is refused, the request with one is answered with the header."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.auth_401 import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of, request, say


async def test_the_preflight_is_401_without_headers_and_the_request_200_with_them() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, lines_of(preflight)) == (401, [])
    assert preflight.headers.get("www-authenticate") == "Bearer"
    assert (actual.status, lines_of(actual)) == (200, ["Access-Control-Allow-Origin: http://localhost:3000"])


async def test_repaired_a_missing_token_is_a_401_that_the_page_can_read() -> None:
    async with RunningLab(SCENARIO) as lab:
        await lab.apply(CorsPolicy(origins=(PAGE,), headers=("authorization",)))
        bare = await say(lab.ports.edge, request("GET", "/api/invoices", f"Origin: {PAGE}", "Connection: close"))
    assert bare.startswith(b"HTTP/1.1 401 ")
    assert b"Access-Control-Allow-Origin: http://localhost:3000" in bare
