"""Servers that know people by a cookie."""

from __future__ import annotations

import pytest

from cors_tui.lab.scenario import ask
from cors_tui.lab.sessions import WITH_COOKIES, sessions
from tests.lab.talking import asked


@pytest.mark.parametrize(
    ("attributes", "path", "line"),
    [
        ("", "/", "session=practice; Path=/; HttpOnly"),
        ("Secure", "/auth", "session=practice; Path=/auth; HttpOnly; Secure"),
    ],
)
async def test_who_brings_no_session_gets_one(attributes: str, path: str, line: str) -> None:
    reply = await ask(sessions(attributes, path=path, unknown=401), asked("GET", "/api/me"))
    assert ("Set-Cookie", line) in reply.headers
    assert reply.status == 401


async def test_who_brings_one_is_known_and_the_page_may_read_it() -> None:
    reply = await ask(WITH_COOKIES(sessions()), asked("GET", "/api/me", "Cookie: a=1; session=practice"))
    assert reply.body == '{"user": "ada"}'
    assert ("Access-Control-Allow-Credentials", "true") in reply.headers
    assert not [value for name, value in reply.headers if name == "Set-Cookie"]
