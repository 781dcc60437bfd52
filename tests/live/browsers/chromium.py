"""Recording Chromium: the recorded host names on loopback, pages really served, certificates not minded."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from cors_tui.probe.real_browser.cdp import Tab, open_tab
from cors_tui.probe.real_browser.launch import running
from cors_tui.probe.real_browser.wire import ProtocolError, wired

UPSTREAM_COOKIES = {"profile": {"block_third_party_cookies": False, "cookie_controls_mode": 0}}
"""Debian's package blocks third-party cookies by default; the recordings were made with upstream's default."""


class ChromiumDriver:
    """`Driver` for Chromium."""

    name = "chromium"

    def __init__(self, tab: Tab, version: str) -> None:
        self._tab, self.version = tab, version

    async def visit(self, url: str) -> None:
        self._tab.log.clear()
        navigated = await self._tab.call("Page.navigate", {"url": url})
        if error := navigated.get("errorText"):
            raise ProtocolError(f"{url}: {error}")
        await self._tab.log.wait_for("Page.loadEventFired")
        self._tab.log.clear()

    async def evaluate(self, script: str) -> str:
        return await self._tab.evaluate(script)

    async def console(self) -> list[dict[str, str]]:
        await self._tab.log.quiet()
        entries = [params["entry"] for method, params in self._tab.log.events if method == "Log.entryAdded"]
        self._tab.log.clear()
        return [{key: entry.get(key, "") for key in ("text", "source", "level", "url")} for entry in entries]


def arguments(ports: Mapping[int, int]) -> list[str]:
    """What recording needs beyond what asking does. `ports` maps the recorded ports to those really listened on."""
    moved = [f"MAP *:{there} 127.0.0.1:{here}" for there, here in ports.items() if there != here]
    rules = ",".join([*moved, "MAP *.test 127.0.0.1"])
    # Local network access stays on, as it was for the recordings: pages and servers are both on loopback.
    off = "HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints"
    return [f"--host-resolver-rules={rules}", "--ignore-certificate-errors", f"--disable-features={off}"]


@contextlib.asynccontextmanager
async def driving(path: str, ports: Mapping[int, int]) -> AsyncIterator[ChromiumDriver]:
    def prepare(profile: Path) -> None:
        (profile / "Default").mkdir()
        (profile / "Default" / "Preferences").write_text(json.dumps(UPSTREAM_COOKIES), encoding="utf-8")

    async with (
        running("chromium", path, extra=arguments(ports), prepare=prepare) as started,
        wired(started.endpoint) as wire,
    ):
        version = (await wire.call("Browser.getVersion"))["product"]
        tab = Tab(wire, await open_tab(wire))
        for domain in ("Page", "Log", "Runtime"):
            await tab.call(f"{domain}.enable")
        yield ChromiumDriver(tab, version)
