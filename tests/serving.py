"""A lab server in a thread of its own, for tests that run a whole command."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator, Mapping

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
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = LabServer(handlers)
    try:
        asyncio.run_coroutine_threadsafe(server.__aenter__(), loop).result(10)
        yield Served(server)
        asyncio.run_coroutine_threadsafe(server.__aexit__(None, None, None), loop).result(10)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
