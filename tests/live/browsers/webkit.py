"""Recording WebKitGTK: its MiniBrowser on a display of its own, driven through its remote inspector.

WebDriver would not do: an automated MiniBrowser is private, and the console of a private page goes nowhere.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.request
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

from cors_tui.probe.real_browser.launch import DidNotStartError
from cors_tui.probe.real_browser.wire import ProtocolError, wired
from tests.live.browsers.drive import case_of
from tests.live.browsers.inspector import InspectedPage, LeftError

_PLACES = ("lib/*/webkit2gtk-4.*/MiniBrowser", "libexec/webkit2gtk-4.*/MiniBrowser")
_SOCKET = re.compile(r"/socket/[^'\"\s]+")
_ATTEMPTS, _PAUSE = 1000, 0.02
_LOADED = "String(!globalThis.left && document.readyState === 'complete' && location.href === {url})"

_NOWHERE = "http://127.0.0.1/nowhere"
"""A page that the server does not have, on a host where no case has its page."""

_MARK = """(() => {
  const {open, setRequestHeader} = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (...asked) { this.asked = asked[1]; return open.apply(this, asked); };
  XMLHttpRequest.prototype.setRequestHeader = function (...pair) {
    setRequestHeader.apply(this, pair);
    console.debug(this.asked);
  };
})()"""
"""What is printed of a refused header names no URL, and nothing that does comes right after it."""

ONLY_INSPECTED = ("NETWORK", "CONSOLE-API")
"""Sources of lines that are not the engine's own: what the inspector adds to its console, and the page's marks."""


def mini_browser() -> str | None:
    """Where Debian's package puts MiniBrowser; None when it, or Xvfb for its display, is not installed."""
    found = sorted(str(path) for place in _PLACES for path in Path("/usr").glob(place))
    return found[-1] if found and shutil.which("Xvfb") else None


class WebKitDriver:
    """`Driver` for WebKitGTK."""

    name = "webkit"

    def __init__(self, page: InspectedPage, version: str) -> None:
        self._page, self.version = page, version

    async def visit(self, url: str) -> None:
        """By way of nowhere: a page's policy may upgrade how one leaves it for a page of the same host."""
        for each in (_NOWHERE, url):
            await self._go(each)
        await self._page.evaluate(_MARK)
        self._page.log.clear()

    async def _go(self, url: str) -> None:
        loaded = _LOADED.format(url=json.dumps(url))
        await self._page.evaluate(f"globalThis.left = true; location.assign({json.dumps(url)})")
        for _ in range(_ATTEMPTS):
            with contextlib.suppress(LeftError, ProtocolError):  # a page on its way out answers anything
                if await self._page.evaluate(loaded) == "true":
                    return
            await asyncio.sleep(_PAUSE)
        raise ProtocolError(f"{url} did not load")

    async def evaluate(self, script: str) -> str:
        return await self._page.evaluate(script)

    async def console(self) -> list[dict[str, str]]:
        """Most lines name no URL; the one that does comes right after them."""
        await self._page.log.quiet()
        lines = self._page.lines()
        self._page.log.clear()
        for line, after in zip(lines[-2::-1], lines[:0:-1], strict=True):
            if case_of(line) is None:
                line["url"] = case_url(after)
        return [line for line in lines if line["source"] not in ONLY_INSPECTED]


def case_url(line: dict[str, str]) -> str:
    """Words that name the case a line speaks of, "" when it names none."""
    return f"/case/{case}" if (case := case_of(line)) else ""


@contextlib.asynccontextmanager
async def driving(path: str, *, minds_certificates: bool = False) -> AsyncIterator[WebKitDriver]:
    """MiniBrowser on the recorded ports. Raises `DidNotStartError`."""
    with (
        tempfile.TemporaryDirectory(prefix="cors-tui-browser-", ignore_cleanup_errors=True) as home,
        _display() as shown,
    ):
        port = _free_port()
        environment = _environment(home) | {"DISPLAY": shown, "WEBKIT_INSPECTOR_HTTP_SERVER": f"127.0.0.1:{port}"}
        trusting = () if minds_certificates else ("--ignore-tls-errors",)
        command = (path, "--enable-developer-extras=true", *trusting, "about:blank")
        with _started(command, environment):
            async with wired(f"ws://127.0.0.1:{port}{await _socket(port)}") as wire:
                page = InspectedPage(wire)
                await page.ready()
                yield WebKitDriver(page, _version(path, environment))


def _environment(home: str) -> dict[str, str]:
    """Everything it would keep goes to `home`; the language is the recordings'; no desktop is asked for anything."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DBUS_", "WAYLAND_", "XDG_"))}
    own = {f"XDG_{kind}_HOME": home for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    quiet = {"NO_AT_BRIDGE": "1", "GIO_USE_VFS": "local", "GSETTINGS_BACKEND": "memory", "GDK_BACKEND": "x11"}
    return kept | own | quiet | {"HOME": home, "XDG_RUNTIME_DIR": home, "LC_ALL": "C.UTF-8"}


@contextlib.contextmanager
def _started(command: Sequence[str], environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextlib.contextmanager
def _display() -> Iterator[str]:
    """A virtual screen; the words that name it. Raises `DidNotStartError`."""
    reading, writing = os.pipe()
    command = ("Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24", "-nolisten", "tcp")
    process = subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise DidNotStartError("Xvfb ended without a display")
        yield f":{number}"
    finally:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


async def _socket(port: int) -> str:
    """The path of the websocket to the one page, once it is listed."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(_ATTEMPTS):
        with contextlib.suppress(OSError):
            listed = await asyncio.to_thread(_read, opener, f"http://127.0.0.1:{port}/")
            if found := _SOCKET.search(listed):
                return found[0]
        await asyncio.sleep(_PAUSE)
    raise DidNotStartError("MiniBrowser listed no page to inspect")


def _read(opener: urllib.request.OpenerDirector, url: str) -> str:
    with opener.open(url, timeout=5) as answer:
        return str(answer.read().decode("utf-8", "replace"))


def _version(path: str, environment: dict[str, str]) -> str:
    """``WebKitGTK/2.50.6``."""
    command = (path, "--version")
    said = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=20, check=False).stdout
    return "/".join(said.split()[:2])
