"""https on a port of plain http."""

from __future__ import annotations

import ssl

import pytest

from cors_tui.lab.scenarios.tls_on_plain_port import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of, say, shake_hands


async def test_the_handshake_is_answered_in_plain_text_and_the_same_port_answers_by_http() -> None:
    async with RunningLab(SCENARIO) as lab:
        hello = await say(lab.ports.edge, b"\x16\x03\x01\x02\x00")
        with pytest.raises(ssl.SSLError):
            await shake_hands(lab.ports.edge, ssl.create_default_context())
        actual = await ask_actual(lab)
    assert hello.startswith(b"HTTP/1.1 400 ")
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]
