"""Talking to lab servers by bare sockets, so that the bytes tested are the bytes sent."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Generator
from typing import cast

from cors_tui.lab.scenario import Asked
from cors_tui.session.labs import RunningLab
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.verdict import Outcome

SECONDS = 10

Ask = Callable[[WireRequest], Awaitable[Answer]]


async def say(port: int, data: bytes, host: str = "127.0.0.1", seconds: float = SECONDS) -> bytes:
    """Everything the server on `port` says to `data`, until it closes (the client closes its own side first)."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(data)
        if writer.can_write_eof():
            writer.write_eof()
        async with asyncio.timeout(seconds):
            return await reader.read()
    finally:
        writer.close()


def request(method: str, target: str, *lines: str, body: str = "") -> bytes:
    """The bytes of a request to ``localhost`` with these header lines."""
    head = [f"{method} {target} HTTP/1.1", "Host: localhost", *lines]
    if body:
        head.append(f"Content-Length: {len(body)}")
    return "".join(f"{line}\r\n" for line in [*head, ""]).encode("latin-1") + body.encode("latin-1")


def asked(method: str, target: str, *lines: str, body: str = "") -> Asked:
    """The same as a lab server reads it."""
    pairs = tuple(cast(tuple[str, str], tuple(line.split(": ", 1))) for line in lines)
    return Asked(method, target, HeaderList((("Host", "localhost"), *pairs)), body)


async def send(wire: WireRequest, seconds: float = SECONDS) -> Answer:
    """`wire` over a socket of its own, and the answer; names of other machines are never looked up."""
    if wire.url.host not in ("localhost", "127.0.0.1") or wire.url.port is None:
        raise AssertionError(f"the lab leads away from this machine: {wire.url.href}")
    if wire.url.scheme == "https":
        return await _refused_by_tls(wire.url.port)
    lines = [f"{name}: {value}" for name, value in wire.headers]
    data = request(wire.method, wire.url.target, *lines, "Connection: close", body=wire.body.text if wire.body else "")
    try:
        return parse_answer(await say(wire.url.port, data, seconds=seconds), wire.method)
    except ConnectionRefusedError as error:
        return NetworkError(NetworkFailure.CONNECTION_REFUSED, str(error))
    except TimeoutError:
        return NetworkError(NetworkFailure.NO_ANSWER_YET)


async def _refused_by_tls(port: int) -> NetworkError:
    """How TLS fails with a server of the lab: none has a certificate that this machine trusts."""
    try:
        await shake_hands(port, ssl.create_default_context())
    except ssl.SSLCertVerificationError as error:
        return NetworkError(NetworkFailure.TLS_UNTRUSTED, error.verify_message)
    except ssl.SSLError as error:
        return NetworkError(NetworkFailure.TLS_FAILED, error.reason or "")
    raise AssertionError(f"this machine trusts the server on port {port}")


async def shake_hands(port: int, tls: ssl.SSLContext) -> None:
    """Connect to ``localhost`` by `tls`, and leave. Raises what TLS raises."""
    _, writer = await asyncio.open_connection("localhost", port, ssl=tls)
    writer.close()


def parse_answer(data: bytes, method: str = "GET") -> Answer:
    """A whole answer of the lab's: status line, header lines, body. Nothing is forgiven."""
    if not data:
        return NetworkError(NetworkFailure.CLOSED_WITHOUT_ANSWER)
    head, end, body = data.decode("latin-1").partition("\r\n\r\n")
    if not end or not head.startswith("HTTP/1."):
        return NetworkError(NetworkFailure.INCOMPLETE if head.startswith("HTTP/1.") else NetworkFailure.NOT_HTTP)
    first, *lines = head.split("\r\n")
    version, status, reason = first.split(" ", 2)
    headers = HeaderList(tuple((name, value.lstrip(" ")) for name, _, value in (line.partition(":") for line in lines)))
    length = headers.get("content-length")
    complete = method == "HEAD" or length is None or len(body) == int(length)
    return Response(int(status), headers, reason, body, body_complete=complete, http_version=version[5:])


async def run(fetching: Generator[WireRequest, Answer, Outcome], ask: Ask = send) -> Outcome:
    """Run a fetch over real sockets."""
    try:
        wire = next(fetching)
        while True:
            wire = fetching.send(await ask(wire))
    except StopIteration as done:
        outcome: Outcome = done.value
        return outcome


async def ask_preflight(lab: RunningLab, origin: str | None = None) -> Response:
    """The preflight a browser would send for the scenario's call, from another `origin` when one is given."""
    call = lab.case.call
    names = ",".join(sorted(name.lower() for name, _ in call.headers))
    lines = [f"Origin: {origin or call.origin}", f"Access-Control-Request-Method: {call.method}"]
    return await _answer(lab, "OPTIONS", *lines, *([f"Access-Control-Request-Headers: {names}"] if names else []))


async def ask_actual(lab: RunningLab, origin: str | None = None, *, port: int = 0, target: str = "") -> Response:
    """The scenario's call itself, without a preflight; to another `port` or `target` when one is given."""
    call = lab.case.call
    lines = [f"{name}: {value}" for name, value in call.headers.plus("Origin", origin or call.origin)]
    return await _answer(lab, call.method, *lines, body=call.body or "", port=port, target=target)


async def _answer(
    lab: RunningLab, method: str, *lines: str, body: str = "", port: int = 0, target: str = ""
) -> Response:
    url = lab.case.call.request().url
    assert url is not None
    called = port or url.port
    assert called is not None
    data = request(method, target or url.target, *lines, "Connection: close", body=body)
    answer = parse_answer(await say(called, data), method)
    assert isinstance(answer, Response), f"{lab.scenario.name} did not answer: {answer}"
    return answer


def lines_of(response: Response, prefix: str = "access-control-") -> list[str]:
    """The header lines whose name begins with `prefix`, as they stood on the wire."""
    return [f"{name}: {value}" for name, value in response.headers if name.lower().startswith(prefix)]
