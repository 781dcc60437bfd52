"""A lab server in a thread of its own, for tests that run a whole command."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future

from cors_tui.lab.scenario import Asked, Handler
from cors_tui.lab.server import LabServer


class Served:
    """A running server: `ports` by name, and what was asked on each."""

    def __init__(self, server: LabServer) -> None:
        self._server = server
        self.ports = server.ports

    def asked(self, name: str = "api") -> tuple[Asked, ...]:
        return self._server.asked(name)

    def url(self, path: str = "/", name: str = "api") -> str:
        return f"http://127.0.0.1:{self.ports[name]}{path}"


@contextlib.contextmanager
def serving(handlers: Mapping[str, Handler | None]) -> Iterator[Served]:
    """Serve `handlers` on loopback until the block ends."""
    started: Future[tuple[Served, asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def serve() -> None:
        async with LabServer(handlers) as server:
            ended = asyncio.Event()
            started.set_result((Served(server), asyncio.get_running_loop(), ended))
            await ended.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    served, loop, ended = started.result(10)
    try:
        yield served
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(10)
