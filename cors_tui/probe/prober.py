"""The probe: sends one wire request at a time to a real server and says what came back."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING

from cors_tui.case import Connection
from cors_tui.probe import connect, http2, tls
from cors_tui.probe.encodings import decode_body
from cors_tui.probe.failures import FailedError, os_words
from cors_tui.probe.framing import complete_headers, forwarded_target
from cors_tui.probe.routes import Route, plan_route, resolved
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1 import ResponseReader, write_request
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure
from cors_tui.standards.url import Url

if TYPE_CHECKING:
    from httpcore import AsyncNetworkStream

_AT_ONCE = 2
"""Requests under way to one host."""

_READ = 16 * 1024

_WAITING = "waiting for the answer"


@dataclass(slots=True)
class _UnderWay:
    """One exchange under way: what can be said of it when time runs out."""

    doing: str = "looking for the address"
    address: str = ""
    sent_at: float = 0.0
    head_at: float = 0.0
    recover: Callable[[], Answer | None] = field(default=lambda: None)

    @property
    def elapsed(self) -> float:
        """Seconds from the first byte sent to the head received (or to now)."""
        return ((self.head_at or perf_counter()) - self.sent_at) if self.sent_at else 0.0

    def failed(self, failure: NetworkFailure, detail: str) -> NetworkError:
        return NetworkError(failure, detail, self.address, self.elapsed)

    def recovered_by(self, recover: Callable[[], Answer | None]) -> None:
        """`recover` gives what came so far, once a head is there."""
        self.recover = recover


class Prober:
    """Connections for one case: one TLS context, the system's trust store and proxies (never for loopback).

    Use as an async context manager. At most two requests are under way to one host.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._slots: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(_AT_ONCE))

    async def __aenter__(self) -> Prober:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._slots.clear()

    async def send(self, wire: WireRequest, headers: HeaderList, *, direct: str = "", address: str = "") -> Answer:
        """Send `wire` wearing `headers` (all of them, in their order and case) and read at most 64 KiB of body.

        `direct` is ``HOST:PORT`` (or ``HOST``) of the origin server for an experiment that goes around the edge (TLS
        name and Host kept); `address` an IP to connect to instead of asking the resolver (one of `addresses`). Host and
        Content-Length are added when `headers` lack them. One total deadline (`Connection.max_time`); when it runs out
        in the body, the response stands, incomplete. Failures below HTTP are returned as `NetworkError`, never raised.
        """
        async with self._slots[wire.url.host]:
            state = _UnderWay()
            try:
                async with asyncio.timeout(self.connection.max_time):
                    answer = await self._exchange(wire, headers, direct, address, state)
            except TimeoutError:
                failure = NetworkFailure.NO_ANSWER_YET if state.doing == _WAITING else NetworkFailure.TIMED_OUT
                answer = state.recover() or state.failed(
                    failure, f"{self.connection.max_time:g} s went by while {state.doing}"
                )
            except FailedError as failed:
                state.address = state.address or failed.address
                answer = state.failed(failed.failure, failed.detail)
        return _finished(answer, state)

    async def addresses(self, url: Url) -> tuple[str, ...]:
        """The addresses of `url`'s host as a browser would try them, ``--resolve`` honoured; empty when there is
        none."""
        try:
            given = resolved(self.connection, url.host, url.port or 80)
            async with asyncio.timeout(self.connection.max_time):
                return given or await connect.addresses(url.host)
        except (FailedError, TimeoutError):
            return ()

    def route(self, url: Url, direct: str = "") -> Route | NetworkError:
        """Where a request for `url` would go, so that it can be said (its proxy, its ``--connect-to``)."""
        try:
            return plan_route(url, self.connection, direct)
        except FailedError as failed:
            return NetworkError(failed.failure, failed.detail)

    async def _exchange(
        self, wire: WireRequest, headers: HeaderList, direct: str, address: str, state: _UnderWay
    ) -> Answer:
        if not wire.url.is_http:
            raise FailedError(NetworkFailure.CANCELLED, f"not sent: {wire.url.scheme}: is not http: or https:")
        route = plan_route(wire.url, self.connection, direct, address)
        state.doing = f"connecting to {route.proxy or f'{route.host}:{route.port}'}"
        stream = await connect.open_route(route)
        try:
            state.address = _address(stream)
            if wire.url.scheme == "https":
                state.doing = "shaking hands over TLS"
                context = tls.tls_context(self.connection.insecure, self.connection.cacert, tls.BROWSER_ALPN)
                stream = await tls.start_tls(stream, context, wire.url.host)
            state.doing = _WAITING
            return await _over(stream, route, wire, headers, state)
        finally:
            await stream.aclose()


async def _over(
    stream: AsyncNetworkStream, route: Route, wire: WireRequest, headers: HeaderList, state: _UnderWay
) -> Answer:
    """One exchange over a connection that stands, in the HTTP version the server picked."""
    full, body = complete_headers(wire, headers)
    target = wire.url.target
    if route.proxy and not route.tunnel:
        target = forwarded_target(wire.url)
        if route.proxy.authorization:
            full = full.plus("Proxy-Authorization", route.proxy.authorization)
    try:
        data = write_request(wire.method, target, full, body)
    except ValueError as error:
        raise FailedError(NetworkFailure.CANCELLED, f"not sent: {error}") from error
    state.sent_at = perf_counter()
    if tls.chosen_protocol(stream) == "h2":
        return await http2.exchange(stream, wire.method, wire.url, full, body, state.recovered_by)
    return await _over_http1(stream, data, wire.method, state)


async def _over_http1(stream: AsyncNetworkStream, data: bytes, method: str, state: _UnderWay) -> Answer:
    """Write and read at once: a server may answer, and close, long before it has read a large body."""
    import httpcore

    reader = ResponseReader(method)
    state.recovered_by(reader.so_far)
    words = ""
    writing = asyncio.ensure_future(stream.write(data))
    try:
        while not reader.done and (received := await stream.read(_READ)):
            reader.feed(received)
            if reader.head_read:
                state.head_at = state.head_at or perf_counter()
    except httpcore.NetworkError as error:
        words = os_words(error)
    finally:
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
    answer = reader.end()
    if isinstance(answer, NetworkError) and words:
        return replace(answer, detail=words)
    return answer


def _finished(answer: Answer, state: _UnderWay) -> Answer:
    """`answer` with where it came from and how long it took, and its body decoded."""
    if isinstance(answer, NetworkError):
        return answer if answer.address else replace(answer, address=state.address, elapsed=state.elapsed)
    body, decoded = decode_body(answer.body.encode("latin-1"), answer.headers.get("content-encoding") or "")
    return replace(
        answer,
        body=body.decode("latin-1"),
        body_decoded=decoded,
        address=state.address,
        elapsed=answer.elapsed or state.elapsed,
    )


def _address(stream: AsyncNetworkStream) -> str:
    """``ip:port`` of who answers; the proxy's, when there is one."""
    found = stream.get_extra_info("server_addr")
    return "" if not found else connect.written(found[0], found[1])
