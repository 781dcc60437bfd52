"""The application has the header, the socket's path has not."""

from __future__ import annotations

from cors_tui.lab.scenarios.socket_io import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_handshake_is_answered_without_a_header() -> None:
    async with RunningLab(SCENARIO) as lab:
        handshake, route = await ask_actual(lab), await ask_actual(lab, target="/api/rooms")
    assert (handshake.status, handshake.body[:1], lines_of(handshake)) == (200, "0", [])
    assert lines_of(route) == ["Access-Control-Allow-Origin: http://localhost:3000"]
