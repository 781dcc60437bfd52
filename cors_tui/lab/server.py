"""The practice lab's server: HTTP/1.1 on loopback, byte for byte what a scenario says.

It imports no HTTP library, since the lab has to say what none of them would: doubled headers, odd casing, raw bytes,
half an answer.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from asyncio import StreamReader, StreamWriter
from collections import deque
from collections.abc import Collection, Mapping
from types import TracebackType

from cors_tui.lab.certificate import practice_context
from cors_tui.lab.scenario import Asked, Handler, Reply, ask
from cors_tui.lab.wire import (
    HEAD_LIMIT,
    BadRequestError,
    body_length,
    ends_connection,
    read_body,
    read_head,
    reply_bytes,
)

REQUEST_SECONDS = 10.0
"""How long a client may take to send one request, and how long an idle connection is kept."""

_LOOPBACKS = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
_log = logging.getLogger(__name__)


class LabServer:
    """One port per name, on 127.0.0.1 and on ::1 where the machine has it. Async context manager.

    `handlers` maps a name to what answers on its port; None keeps the port closed: it is reserved, and a connection
    is refused. The names in `over_tls` speak TLS. `ports` holds the port of every name once entered. `serve` swaps
    handlers while running. The last `remember` requests of each port are kept for `asked`.
    """

    def __init__(
        self, handlers: Mapping[str, Handler | None], *, over_tls: Collection[str] = (), remember: int = 200
    ) -> None:
        self._gates = {name: _Gate(handler, remember, name in over_tls) for name, handler in handlers.items()}

    async def __aenter__(self) -> LabServer:
        async with contextlib.AsyncExitStack() as undo:
            undo.push_async_callback(self._close)
            for gate in self._gates.values():
                gate.reserve()
                await gate.serve(gate.handler)
            undo.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._close()

    async def _close(self) -> None:
        for gate in self._gates.values():
            await gate.close()

    @property
    def ports(self) -> dict[str, int]:
        """The port of every name."""
        return {name: gate.port for name, gate in self._gates.items()}

    async def serve(self, handlers: Mapping[str, Handler | None]) -> None:
        """Answer with `handlers` from the next request on; names not in it keep theirs. None closes the port.

        Raises `KeyError` for a name the server was not made with.
        """
        for name, handler in handlers.items():
            await self._gates[name].serve(handler)

    def asked(self, name: str) -> tuple[Asked, ...]:
        """The last requests on the port of `name`, oldest first."""
        return tuple(self._gates[name].asked)


class _Gate:
    """One port: its sockets, its handler, its open connections."""

    def __init__(self, handler: Handler | None, remember: int, over_tls: bool) -> None:
        self.handler = handler
        self.over_tls = over_tls
        self.port = 0
        self.asked: deque[Asked] = deque(maxlen=remember)
        self._reserved: list[socket.socket] = []
        self._servers: list[asyncio.Server] = []
        self._talks: set[asyncio.Task[None]] = set()

    def reserve(self) -> None:
        """Bind without listening: nobody else gets the port, and a connection to it is refused."""
        self._reserved = _bind_everywhere(self.port)
        self.port = self._reserved[0].getsockname()[1]

    async def serve(self, handler: Handler | None) -> None:
        self.handler = handler
        if handler is None and self._servers:
            await self.close()
            self.reserve()
        elif handler is not None and not self._servers:
            tls = practice_context() if self.over_tls else None
            for sock in self._reserved:
                self._servers.append(await asyncio.start_server(self._talk, sock=sock, limit=HEAD_LIMIT, ssl=tls))
            self._reserved = []

    async def close(self) -> None:
        for sock in self._reserved:
            sock.close()
        for server in self._servers:
            server.close()
        talks = tuple(self._talks)
        for talk in talks:
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)
        self._reserved, self._servers = [], []

    async def _talk(self, reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        try:
            while await self._answer_one(reader, writer):
                pass
        except (OSError, TimeoutError, asyncio.CancelledError):
            writer.transport.abort()  # the client went, dawdled, or the lab is closing: nobody reads an answer
        finally:
            self._talks.discard(task)
            writer.close()

    async def _answer_one(self, reader: StreamReader, writer: StreamWriter) -> bool:
        """Read one request and answer it; True when the connection may carry another."""
        try:
            async with asyncio.timeout(REQUEST_SECONDS):
                read = await self._read_one(reader, writer)
        except BadRequestError as bad:
            await _write(writer, reply_bytes(bad.reply))
            return False
        if read is None:
            return False
        asked, again = read
        self.asked.append(asked)
        reply = await self._reply_to(asked)
        await asyncio.sleep(reply.delay)
        if reply.close != "no-answer":
            await _write(writer, reply_bytes(reply, asked.method))
        return again and not ends_connection(reply)

    async def _read_one(self, reader: StreamReader, writer: StreamWriter) -> tuple[Asked, bool] | None:
        read = await read_head(reader, self.port)
        if read is None:
            return None
        asked, again = read
        length = body_length(asked)
        if "100-continue" in (asked.headers.get("expect") or "").lower():
            await _write(writer, b"HTTP/1.1 100 Continue\r\n\r\n")
        body = await read_body(reader, length)
        return Asked(asked.method, asked.target, asked.headers, body, asked.port), again

    async def _reply_to(self, asked: Asked) -> Reply:
        try:
            assert self.handler is not None
            return await ask(self.handler, asked)
        except Exception:
            _log.exception("a handler of the lab failed on %s %s", asked.method, asked.target)
            return Reply(500, (("Content-Type", "text/plain"),), "the lab's own handler failed\n")


async def _write(writer: StreamWriter, data: bytes) -> None:
    writer.write(data)
    async with asyncio.timeout(REQUEST_SECONDS):
        await writer.drain()


def _bind_everywhere(port: int, attempts: int = 20) -> list[socket.socket]:
    """Sockets bound to one same port on every loopback address of the machine; a free port when `port` is 0.

    Raises `OSError` when IPv4 loopback has none.
    """
    for attempt in range(attempts):
        bound: list[socket.socket] = []
        try:
            for family, host in _LOOPBACKS:
                if family == socket.AF_INET or _has_ipv6():
                    bound.append(_bind(family, host, bound[0].getsockname()[1] if bound else port))
        except OSError:  # the port was free on 127.0.0.1 only: try another
            for sock in bound:
                sock.close()
            if port or attempt == attempts - 1:
                raise
        else:
            return bound
    raise AssertionError("unreachable")


def _bind(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        if port:  # a port this process had before may still hold connections that are dying
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
        # only now: two sockets that both reuse and do not listen could be given the same free port
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    except OSError:
        sock.close()
        raise
    sock.setblocking(False)
    return sock


def _has_ipv6() -> bool:
    if not socket.has_ipv6:
        return False
    try:
        _bind(socket.AF_INET6, "::1", 0).close()
    except OSError:
        return False
    return True
