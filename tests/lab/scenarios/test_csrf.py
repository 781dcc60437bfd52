"""The preflight passes, the POST is stopped by another check, and reading is not."""

from __future__ import annotations

from cors_tui.lab.scenarios.csrf import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of, request, say


async def test_the_post_is_403_without_headers_and_names_the_check() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert preflight.status == 204
    assert "Access-Control-Allow-Origin: http://localhost:3000" in lines_of(preflight)
    assert (actual.status, lines_of(actual)) == (403, [])
    assert "CSRF verification failed" in actual.body


async def test_reading_the_same_path_has_the_headers() -> None:
    async with RunningLab(SCENARIO) as lab:
        read = await say(lab.ports.edge, request("GET", "/api/comments", "Connection: close"))
    assert b"Access-Control-Allow-Origin: http://localhost:3000" in read
