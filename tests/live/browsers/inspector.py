"""A page behind WebKit's remote inspector: scripts run on it, and the lines of its console.

https://github.com/WebKit/WebKit/tree/main/Source/JavaScriptCore/inspector/protocol
"""

from __future__ import annotations

import asyncio
import itertools
import json
from typing import Any

from cors_tui.probe.real_browser.events import EventLog
from cors_tui.probe.real_browser.wire import Params, ProtocolError, Wire

_SOURCES = {"javascript": "JS"}
_LEVELS = {"warning": "warn"}
"""Where the inspector's words are not those that WebKit prints on its standard output, as the recordings have them."""

_ANSWER_MS = 2_000
"""A page being left never answers: whoever asks then asks the next page."""


class LeftError(Exception):
    """The page was left before it answered."""


class InspectedPage:
    """The page now shown. Each site has a process, hence a target, of its own: a visit may change it."""

    def __init__(self, wire: Wire) -> None:
        self._wire, self._numbers = wire, itertools.count(1)
        self._waiting: dict[int, tuple[str, asyncio.Future[Params]]] = {}
        self._target = ""
        self._tasks: set[asyncio.Task[Params]] = set()
        self.log = EventLog()
        wire.listen(self._hear)

    async def ready(self) -> None:
        """Wait for the first target."""
        await self.log.wait_for("Target.targetCreated")

    async def call(self, method: str, params: Params | None = None, target: str = "") -> Params:
        """One command to the page. Raises `ProtocolError` when it is refused, `LeftError` when the page was left."""
        number, answered = next(self._numbers), asyncio.get_running_loop().create_future()
        to = target or self._target
        self._waiting[number] = to, answered
        message = json.dumps({"id": number, "method": method, "params": params or {}})
        try:
            await self._wire.call("Target.sendMessageToTarget", {"targetId": to, "message": message})
        except ProtocolError:
            self._waiting.pop(number, None)
            raise LeftError from None
        result: Params = await answered
        return result

    async def evaluate(self, script: str) -> str:
        """The string that `script` (or its promise) gives. Raises `ProtocolError` with what it throws."""
        answer = await self.call("Runtime.evaluate", {"expression": script})
        if answer["result"].get("className") == "Promise":
            promise = {"promiseObjectId": answer["result"]["objectId"], "returnByValue": True}
            answer = await self.call("Runtime.awaitPromise", promise)
        if answer.get("wasThrown"):
            raise ProtocolError(str(answer["result"].get("description")))
        return str(answer["result"].get("value", ""))

    def lines(self) -> list[dict[str, str]]:
        """The console's lines since `log` was cleared; a line that came twice counts twice."""
        lines: list[dict[str, str]] = []
        for method, params in self.log.events:
            if method == "Console.messageAdded":
                lines.append(_line(params["message"]))
            elif method == "Console.messageRepeatCountUpdated" and lines:
                lines.append(lines[-1])
        return lines

    def _hear(self, method: str, params: Params) -> None:
        if method == "Target.dispatchMessageFromTarget":
            self._hear_page(json.loads(params["message"]))
            return
        if method == "Target.targetCreated":
            info = params["targetInfo"]
            if not info.get("isProvisional"):
                self._move_to(info["targetId"])
            self._later("Console.enable", info["targetId"])
        elif method == "Target.didCommitProvisionalTarget":
            self._move_to(params["newTargetId"])
        self.log.hear(method, params)

    def _hear_page(self, message: Params) -> None:
        if "id" not in message:
            self.log.hear(message["method"], message.get("params", {}))
            return
        _, answered = self._waiting.pop(message["id"], ("", None))
        if answered is None or answered.done():
            return
        if "error" in message:
            answered.set_exception(ProtocolError(str(message["error"]["message"])))
        else:
            answered.set_result(message["result"])

    def _move_to(self, target: str) -> None:
        self._target = target
        for number, (to, answered) in [*self._waiting.items()]:
            if to != target and not answered.done():
                del self._waiting[number]
                answered.set_exception(LeftError())

    def _later(self, method: str, target: str) -> None:
        task = asyncio.create_task(self.call(method, target=target))
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[Params]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # a target that went before it was told: nothing is lost


def _line(message: dict[str, Any]) -> dict[str, str]:
    source, level = str(message["source"]), str(message["level"])
    return {
        "text": str(message["text"]).partition("\n")[0],
        "source": _SOURCES.get(source, source.upper()),
        "level": _LEVELS.get(level, level),
        "url": str(message.get("url", "")),
    }
