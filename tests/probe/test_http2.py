"""HTTP/2: what is said, and what comes back when it goes wrong."""

from __future__ import annotations

import asyncio

import pytest

from cors_tui.case import Connection
from cors_tui.probe.prober import Prober
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Body, Role, WireRequest
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url
from tests.probe.servers import Certificates, Talk, listening, says_and_holds, speaking_first, speaks_http2


async def ask(talk: Talk, certificates: Certificates, body: str | None = None) -> Answer:
    async with listening(talk, context=certificates.server("good", "h2")) as server:
        url = parse_url(f"https://localhost:{server.port}/")
        assert url is not None
        wire = WireRequest(Role.ACTUAL, 0, "POST" if body else "GET", url, body=None if body is None else Body(body))
        async with Prober(Connection(cacert=str(certificates.authority), max_time=1)) as prober:
            return await prober.send(wire, HeaderList((("X-A", "b"),)))


async def test_a_body_is_sent_and_read(certificates: Certificates) -> None:
    got: list[tuple[str, str]] = []
    found = await ask(speaks_http2([(":status", "200")], b"ok", got), certificates, "hello")
    assert isinstance(found, Response)
    assert (found.body, found.body_complete) == ("ok", True)
    assert ("content-length", "5") in got
    assert ("x-a", "b") in got


@pytest.mark.parametrize("size", [10, 16000])
async def test_a_body_that_ends_too_late_is_kept_incomplete(certificates: Certificates, size: int) -> None:
    """Who waited past the deadline would have it complete."""
    talk = speaks_http2([(":status", "200"), ("a", "b")], b"x" * size, [], ends_after=5)
    found = await ask(talk, certificates)
    assert isinstance(found, Response)
    assert (found.status, found.headers.get("a"), len(found.body), found.body_complete) == (200, "b", size, False)


_BAD_FRAME = b"\0\0\5\4\0\0\0\0\0hello"
"""A SETTINGS frame whose length is no multiple of six."""


async def _goes_away(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(9999)


@pytest.mark.parametrize(
    ("talk", "failure"),
    [
        pytest.param(speaking_first(says_and_holds(_BAD_FRAME)), NetworkFailure.NOT_HTTP, id="a bad frame"),
        pytest.param(speaking_first(says_and_holds(b"")), NetworkFailure.NO_ANSWER_YET, id="says nothing"),
        pytest.param(speaking_first(_goes_away), NetworkFailure.CLOSED_WITHOUT_ANSWER, id="goes away"),
        pytest.param(
            speaks_http2([(":status", "200"), *((f"x-{n}", "y" * 900) for n in range(200))], b"", []),
            NetworkFailure.TOO_LARGE,
            id="too many headers",
        ),
    ],
)
async def test_what_goes_wrong_is_a_value(certificates: Certificates, talk: Talk, failure: NetworkFailure) -> None:
    answer = await ask(talk, certificates)
    assert isinstance(answer, NetworkError), answer
    assert answer.failure is failure, answer
