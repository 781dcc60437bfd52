"""One websocket to a browser: numbered calls, and the events between them. CDP and WebDriver BiDi both speak so."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import itertools
import json
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection

Params = dict[str, Any]
Listener = Callable[[str, Params], None]


class ProtocolError(Exception):
    """The browser refused a command, or hung up. The text is the browser's own."""


class Wire:
    """Calls to a browser and its events. A listener is called with each event's method and params, in order."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Params]] = {}
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    async def call(self, method: str, params: Params | None = None, session: str = "") -> Params:
        """Send one command and give its result; `session` is a CDP session id.

        Raises `ProtocolError` when the browser refuses it or hangs up.
        """
        number = next(self._numbers)
        answered = asyncio.get_running_loop().create_future()
        self._waiting[number] = answered
        message: Params = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        await self._socket.send(json.dumps(message))
        result: Params = await answered
        return result

    async def read(self) -> None:
        """Read until the browser hangs up; every call still waiting then fails."""
        try:
            async for text in self._socket:
                self._take(json.loads(text))
        finally:
            for future in self._waiting.values():
                if not future.done():
                    future.set_exception(ProtocolError("the browser hung up"))

    def _take(self, message: Params) -> None:
        number = message.get("id")
        if number is None:
            for listener in self._listeners:
                listener(message.get("method", ""), message.get("params", {}))
            return
        future = self._waiting.pop(number, None)
        if future is None or future.done():
            return
        if "error" in message:
            future.set_exception(ProtocolError(_words(message)))
        else:
            future.set_result(message.get("result", {}))


def _words(message: Params) -> str:
    error = message["error"]
    return str(error.get("message", error)) if isinstance(error, dict) else f"{error}: {message.get('message', '')}"


@contextlib.asynccontextmanager
async def wired(endpoint: str) -> AsyncIterator[Wire]:
    """A `Wire` to the websocket at `endpoint`, closed at the end. Raises ImportError without the extra ``browser``."""
    from websockets.asyncio.client import connect  # only this question needs the extra

    # Older websockets know no proxies; newer ones would send even loopback through the system's.
    direct: dict[str, Any] = {"proxy": None} if "proxy" in inspect.signature(connect).parameters else {}
    async with connect(endpoint, max_size=None, ping_interval=None, **direct) as socket:
        wire = Wire(socket)
        reader = asyncio.create_task(wire.read())
        try:
            yield wire
        finally:
            reader.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await reader
