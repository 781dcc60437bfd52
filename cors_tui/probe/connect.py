"""Connections: names to addresses as a browser resolves them, the first address that answers, TLS and proxy tunnels."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cors_tui.probe.failures import FailedError, connect_failure
from cors_tui.probe.routes import Route
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1 import ResponseReader, write_request
from cors_tui.standards.response import NetworkError, NetworkFailure

if TYPE_CHECKING:
    from httpcore import AsyncNetworkStream

LOCALHOST = ("::1", "127.0.0.1")
"""What ``localhost`` is to a browser, in its order; it asks no resolver.

https://www.rfc-editor.org/rfc/rfc6761#section-6.3
"""

_HEAD_START = 0.25
"""Seconds an address has before the next is tried beside it: https://www.rfc-editor.org/rfc/rfc8305#section-8"""


async def addresses(host: str) -> tuple[str, ...]:
    """The IP addresses of `host` in the order a browser tries them. Raises `FailedError` when there is none."""
    bare = host.strip("[]").rstrip(".").lower()
    if bare == "localhost" or bare.endswith(".localhost"):
        return LOCALHOST
    try:
        return (str(ipaddress.ip_address(bare)),)
    except ValueError:
        pass
    try:
        found = await _resolve(bare)
    except (OSError, UnicodeError) as error:
        raise connect_failure(error) from error
    return tuple(dict.fromkeys(found))


async def _resolve(host: str) -> list[str]:
    """Ask the system's resolver in a thread of our own: a hung resolver must not keep the program from ending."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str] | None, error: Exception | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(found or [])

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            found, error = [str(row[4][0]) for row in rows], None
        except (OSError, UnicodeError) as raised:
            found, error = [], raised
        try:
            loop.call_soon_threadsafe(settle, found, error)
        except RuntimeError:
            return  # the loop ended first: nobody waits any more

    threading.Thread(target=ask, daemon=True).start()
    return await done


async def connect_any(candidates: Sequence[str], port: int) -> AsyncNetworkStream:
    """A TCP connection to the first of `candidates` that answers, each with a head start over the next.

    Raises `FailedError` when none does: with the first refusal, since an address family that this machine does not
    have says nothing about the server, else with the first reason.
    """
    import httpcore

    backend = httpcore.AnyIOBackend()
    waiting = list(candidates)
    running: set[asyncio.Task[AsyncNetworkStream]] = set()
    errors: list[FailedError] = []
    winner: AsyncNetworkStream | None = None
    try:
        while winner is None and (waiting or running):
            if waiting:
                address = waiting.pop(0)
                running.add(asyncio.create_task(backend.connect_tcp(address, port), name=address))
            ended, running = await asyncio.wait(
                running, timeout=_HEAD_START if waiting else None, return_when=asyncio.FIRST_COMPLETED
            )
            for task in ended:
                error = task.exception()
                if error is not None:
                    errors.append(connect_failure(error, written(task.get_name(), port)))
                elif winner is None:
                    winner = task.result()
                else:
                    running.add(task)
    finally:
        await _discard(running)
    if winner is None:
        raise next((one for one in errors if one.failure is NetworkFailure.CONNECTION_REFUSED), errors[0])
    return winner


def written(host: str, port: int) -> str:
    """``ip:port``, an IPv6 address in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


async def _discard(tasks: set[asyncio.Task[AsyncNetworkStream]]) -> None:
    """End connection attempts that lost, and close those that came too late."""
    for task in tasks:
        task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if not isinstance(result, BaseException):
            await result.aclose()


async def open_route(route: Route) -> AsyncNetworkStream:
    """A connection by `route`, through the proxy's tunnel where it asks for one; TLS to the target is not begun.

    Raises `FailedError`.
    """
    if route.proxy is None:
        return await connect_any(route.addresses or await addresses(route.host), route.port)
    try:
        stream = await _open_proxy(route)
    except FailedError as failed:
        if failed.failure is NetworkFailure.PROXY_FAILED:
            raise
        words = f"{route.proxy} ({route.proxy.given_by}): {failed.failure.value}, {failed.detail}"
        raise FailedError(NetworkFailure.PROXY_FAILED, words) from failed
    if route.tunnel:
        try:
            await _tunnel(stream, route)
        except BaseException:
            await stream.aclose()
            raise
    return stream


async def _open_proxy(route: Route) -> AsyncNetworkStream:
    proxy = route.proxy
    assert proxy is not None
    stream = await connect_any(route.addresses or await addresses(proxy.host), proxy.port)
    if proxy.scheme == "https":
        from cors_tui.probe.tls import start_tls, tls_context

        stream = await start_tls(stream, tls_context(False, "", ()), proxy.host)
    return stream


async def _tunnel(stream: AsyncNetworkStream, route: Route) -> None:
    """Ask the proxy for a tunnel: https://httpwg.org/specs/rfc9110.html#CONNECT"""
    import httpcore

    assert route.proxy is not None
    target = f"{route.host}:{route.port}"
    pairs = [("Host", target), ("Proxy-Connection", "keep-alive")]
    if route.proxy.authorization:
        pairs.append(("Proxy-Authorization", route.proxy.authorization))
    reader = ResponseReader("HEAD")  # an answer to CONNECT has no body, as one to HEAD
    try:
        await stream.write(write_request("CONNECT", target, HeaderList(tuple(pairs))))
        while not reader.done and (data := await stream.read(16 * 1024)):
            reader.feed(data)
    except (httpcore.ReadError, httpcore.WriteError):
        pass
    answer = reader.end()
    if isinstance(answer, NetworkError):
        said = answer.failure.value
    elif 200 <= answer.status < 300:
        return
    else:
        said = f"it answered {answer.status} {answer.reason} to CONNECT {target}".replace("  ", " ")
    raise FailedError(NetworkFailure.PROXY_FAILED, f"{route.proxy} ({route.proxy.given_by}): {said}")
