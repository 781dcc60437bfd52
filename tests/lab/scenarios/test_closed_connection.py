"""A connection that ends without a byte."""

from __future__ import annotations

from cors_tui.lab.scenarios.closed_connection import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import request, say


async def test_not_a_byte_comes_back_and_the_server_did_listen() -> None:
    async with RunningLab(SCENARIO) as lab:
        assert await say(lab.ports.edge, request("GET", "/api/upload-status")) == b""
        assert len(lab.asked()) == 1
