"""Recording Firefox: the recorded host names on loopback, pages really served, certificates not minded."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from cors_tui.probe.real_browser.launch import running, write_preferences
from cors_tui.probe.real_browser.wire import ProtocolError, Wire, wired
from tests.live.browsers.certificate import NAMES

_LISTEN = """
globalThis.shown = [];
const levels = (flags) => (flags & 1 ? "warning" : flags & 8 ? "info" : "error");
globalThis.watcher = {observe(message) {
  if (!(message instanceof Ci.nsIScriptError)) return;
  globalThis.shown.push({text: message.errorMessage, source: message.category, level: levels(message.flags),
                         url: message.sourceName});
}};
Services.console.registerListener(globalThis.watcher);
"""
_TAKE = "JSON.stringify(globalThis.shown.splice(0))"

_QUIET = 0.3

_ABOUT_COOKIES = "cookie"
"""Lines about cookies kept or dropped depend on the cases before; the recordings have none of them."""


class FirefoxDriver:
    """`Driver` for Firefox. Its console is read in the browser's own window: only there a line has its category."""

    name = "firefox"

    def __init__(self, wire: Wire, page: str, window: str, version: str) -> None:
        self._wire, self._page, self._window, self.version = wire, page, window, version

    async def watch(self) -> None:
        """Start keeping the console's lines."""
        await self._in(self._window, _LISTEN)

    async def visit(self, url: str) -> None:
        await self._wire.call("browsingContext.navigate", {"context": self._page, "url": url, "wait": "complete"})
        await self._in(self._window, _TAKE)

    async def evaluate(self, script: str) -> str:
        return await self._in(self._page, script)

    async def console(self) -> list[dict[str, str]]:
        lines: list[dict[str, str]] = []
        while True:
            await asyncio.sleep(_QUIET)
            more = json.loads(await self._in(self._window, _TAKE))
            if not more:
                return lines
            lines += [line for line in more if not line["source"].startswith(_ABOUT_COOKIES)]

    async def _in(self, context: str, script: str) -> str:
        params = {"expression": script, "awaitPromise": True, "target": {"context": context}}
        answer = await self._wire.call("script.evaluate", params)
        if answer["type"] == "exception":
            raise ProtocolError(str(answer["exceptionDetails"]["text"]))
        return str(answer["result"].get("value", ""))


def preferences(ports: Mapping[int, int]) -> dict[str, str | int | bool]:
    """What recording needs beyond what asking does. `ports` maps the recorded ports to those really listened on."""
    moved = ";".join(f"{there}={here}" for there, here in ports.items() if there != here)
    wanted: dict[str, str | int | bool] = {"network.dns.localDomains": ",".join(NAMES)}
    return wanted | ({"network.socket.forcePort": moved} if moved else {})


@contextlib.asynccontextmanager
async def driving(path: str, ports: Mapping[int, int]) -> AsyncIterator[FirefoxDriver]:
    def prepare(profile: Path) -> None:
        write_preferences(profile, preferences(ports))

    extra = ["--remote-allow-system-access"]
    start = running("firefox", path, extra=extra, prepare=prepare)
    async with start as started, wired(f"{started.endpoint}/session") as wire:
        session = await wire.call("session.new", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})
        page = (await wire.call("browsingContext.create", {"type": "tab"}))["context"]
        tree = await wire.call("browsingContext.getTree", {"moz:scope": "chrome"})
        version = f"Firefox/{session['capabilities']['browserVersion']}"
        driver = FirefoxDriver(wire, page, tree["contexts"][0]["context"], version)
        await driver.watch()
        yield driver
