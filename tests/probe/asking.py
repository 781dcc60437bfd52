"""Asking servers on loopback with the probe, and what came back."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import AsyncIterator

from cors_tui.case import Connection
from cors_tui.probe.prober import Prober
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Body, Role, WireRequest
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url
from tests.probe.servers import Listening, Talk, listening

QUICK = Connection(max_time=0.6)
OK = b"HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\n\r\nok"


def wire(url: str, method: str = "GET", body: str | None = None) -> WireRequest:
    parsed = parse_url(url)
    assert parsed is not None
    return WireRequest(Role.ACTUAL, 0, method, parsed, body=None if body is None else Body(body))


async def ask(
    url: str, connection: Connection = QUICK, method: str = "GET", body: str | None = None,
    headers: tuple[tuple[str, str], ...] = (), direct: str = "", address: str = "",
) -> Answer:  # fmt: skip
    async with Prober(connection) as prober:
        return await prober.send(wire(url, method, body), HeaderList(headers), direct=direct, address=address)


@contextlib.asynccontextmanager
async def answering(talk: Talk) -> AsyncIterator[tuple[Listening, str]]:
    async with listening(talk) as server:
        yield server, f"http://127.0.0.1:{server.port}/"


def failure(answer: Answer) -> NetworkFailure:
    assert isinstance(answer, NetworkError), answer
    return answer.failure


def response(answer: Answer) -> Response:
    assert isinstance(answer, Response), answer
    return answer


def closed_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
