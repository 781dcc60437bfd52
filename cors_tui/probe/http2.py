"""One exchange over HTTP/2, by httpcore, on a connection already made."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, cast

from cors_tui.probe.failures import FailedError, os_words
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1_body import BODY_LIMIT
from cors_tui.standards.response import Answer, NetworkFailure, Response
from cors_tui.standards.url import Url

if TYPE_CHECKING:
    import httpcore

_CONNECTION_SPECIFIC = ("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade")
"""https://httpwg.org/specs/rfc9113.html#ConnectionSpecific"""


async def exchange(
    stream: httpcore.AsyncNetworkStream,
    method: str,
    url: Url,
    headers: HeaderList,
    body: bytes,
    recovered_by: Callable[[Callable[[], Answer | None]], None],
) -> Answer:
    """Send one request and read its answer, at most `BODY_LIMIT` bytes of body.

    `recovered_by` is told how to get what came so far, once the head is there: time may run out in
    the body. Raises `FailedError`.
    """
    import httpcore

    scheme, host = url.scheme.encode(), url.host.encode()
    target = httpcore.URL(scheme=scheme, host=host, port=url.port, target=url.target.encode("latin-1"))
    request = httpcore.Request(method.encode("latin-1"), target, headers=_fields(headers), content=body or None)
    connection = httpcore.AsyncHTTP2Connection(origin=httpcore.Origin(scheme, host, url.port or 443), stream=stream)
    started = perf_counter()
    try:
        found = await connection.handle_async_request(request)
    except Exception as error:  # h2 and hpack raise classes of their own for what a server may send
        raise _failure(error) from error
    response = Response(
        status=found.status,
        headers=HeaderList(tuple((n.decode("latin-1"), v.decode("latin-1")) for n, v in found.headers)),
        http_version="2",
        elapsed=perf_counter() - started,
        body_complete=False,
    )
    kept = bytearray()
    recovered_by(lambda: replace(response, body=kept[:BODY_LIMIT].decode("latin-1")))
    ends_well = await _keep_body(found, kept)
    return replace(response, body=kept[:BODY_LIMIT].decode("latin-1"), body_complete=ends_well)


async def _keep_body(found: httpcore.Response, kept: bytearray) -> bool:
    """Read the body into `kept`, up to the limit; False when it broke off."""
    try:
        async with aclosing(cast("AsyncGenerator[bytes, None]", found.aiter_stream())) as chunks:
            async for chunk in chunks:
                kept += chunk
                if len(kept) >= BODY_LIMIT:
                    break
    except Exception:  # the same classes as above; the head is there, so this is an answer all the same
        return False
    return True


def _fields(headers: HeaderList) -> list[tuple[bytes, bytes]]:
    return [
        (name.lower().encode("latin-1"), value.encode("latin-1"))
        for name, value in headers
        if name.lower() not in _CONNECTION_SPECIFIC
    ]


def _failure(error: Exception) -> FailedError:
    words = os_words(error) or str(error) or type(error).__name__
    if "too large" in words.lower() or "header list" in words.lower():
        return FailedError(NetworkFailure.TOO_LARGE, words)
    if "disconnected" in words.lower() or "ConnectionTerminated" in words or os_words(error):
        return FailedError(NetworkFailure.CLOSED_WITHOUT_ANSWER, words)
    return FailedError(NetworkFailure.NOT_HTTP, f"HTTP/2: {words}")
