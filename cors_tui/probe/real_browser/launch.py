"""Finding an installed browser, starting it headless with an empty profile, and shutting it down again."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

COMMANDS: dict[str, tuple[str, ...]] = {
    "chromium": ("chromium", "chromium-browser", "/Applications/Chromium.app/Contents/MacOS/Chromium"),
    "firefox": ("firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"),
    "chrome": (
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
    ),
    "edge": (
        "microsoft-edge",
        "microsoft-edge-stable",
        "msedge",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ),
}
"""Where each browser is looked for: names on the PATH, and the places systems without one in it put them."""

CHROMIUM_FLAGS = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--no-default-browser-check",
    # without these four it looks for hosts of its own
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-dev-shm-usage",  # containers give it too little
    # A page we answered has no address: every loopback target would count as less public than it. And an http page
    # must stay one where port 443 answers, too.
    "--disable-features=LocalNetworkAccessChecks,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints",
)

FIREFOX_PREFERENCES: dict[str, str | int | bool] = {
    # what Firefox would otherwise ask its makers for
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.search.update": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#",
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.server": "",
    # the page's own scheme is part of the question
    "dom.security.https_first": False,
    "dom.security.https_only_mode": False,
}

_ENDPOINT = re.compile(r"(?:DevTools|WebDriver BiDi) listening on (ws://\S+)")


@dataclass(frozen=True, slots=True)
class Running:
    """A started browser: the websocket of its protocol, and its process id."""

    endpoint: str
    pid: int


class DidNotStartError(Exception):
    """The browser ended, or said nothing, before it could be asked. The text is its own last line."""


def installed_browsers() -> dict[str, str]:
    """The path of every installed browser by its name (chromium, firefox, chrome, edge), in that order."""
    found = {name: _first_found(commands) for name, commands in COMMANDS.items()}
    return {name: path for name, path in found.items() if path}


def _first_found(commands: Sequence[str]) -> str | None:
    return next((path for command in commands if (path := shutil.which(command))), None)


def arguments(name: str, path: str, profile: Path, extra: Sequence[str] = ()) -> list[str]:
    """The command line that starts `name` with the empty `profile`; `extra` come last.

    No flag here loosens TLS: a certificate the person's browser would refuse is refused here, too.
    """
    if name == "firefox":
        return [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0", *extra]
    # Chromium's sandbox cannot be set up by root; our blank page is all it runs.
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [path, *CHROMIUM_FLAGS, *sandbox, f"--user-data-dir={profile}", *extra, "about:blank"]


def write_preferences(profile: Path, preferences: dict[str, str | int | bool]) -> None:
    """Add to Firefox's ``user.js``, in its own syntax."""
    lines = [f"user_pref({_quoted(name)}, {_quoted(value)});" for name, value in preferences.items()]
    with (profile / "user.js").open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def _quoted(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@contextlib.asynccontextmanager
async def running(
    name: str, path: str, *, extra: Sequence[str] = (), prepare: Callable[[Path], None] | None = None
) -> AsyncIterator[Running]:
    """Start the browser `name` at `path` headless, with an empty temporary profile; end it, always.

    `extra` arguments come last; `prepare` is given the profile before the start. Raises `DidNotStartError`; cancel it
    for a deadline.
    """
    profile = Path(tempfile.mkdtemp(prefix="cors-tui-browser-"))
    try:
        if name == "firefox":
            write_preferences(profile, FIREFOX_PREFERENCES)
        if prepare is not None:
            prepare(profile)
        process = await _start(arguments(name, path, profile, extra), profile)
        draining: asyncio.Task[None] | None = None
        try:
            endpoint = await _endpoint(process)
            draining = asyncio.create_task(_drain(process))
            yield Running(endpoint, process.pid)
        finally:
            await _end(process, draining)
    finally:
        shutil.rmtree(profile, ignore_errors=True)


async def _start(command: list[str], profile: Path) -> asyncio.subprocess.Process:
    # A home of its own keeps caches and crash reports out of the person's; a session of its own lets us end every
    # child by one process group.
    environment = os.environ | {
        "XDG_CACHE_HOME": str(profile),
        "XDG_CONFIG_HOME": str(profile),
        "MOZ_CRASHREPORTER_DISABLE": "1",
    }
    try:
        return await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        raise DidNotStartError(str(error)) from error


async def _endpoint(process: asyncio.subprocess.Process) -> str:
    last = ""
    assert process.stderr is not None
    while line := await process.stderr.readline():
        last = line.decode("utf-8", "replace").strip() or last
        if found := _ENDPOINT.search(last):
            return found[1]
    raise DidNotStartError(last or "it ended at once, without a word")


async def _drain(process: asyncio.subprocess.Process) -> None:
    assert process.stderr is not None
    while await process.stderr.read(65536):
        pass


async def _end(process: asyncio.subprocess.Process, draining: asyncio.Task[None] | None) -> None:
    _signal(process, terminate=True)
    try:
        await asyncio.wait_for(process.wait(), 2)
    except TimeoutError:
        pass
    finally:
        # its children may outlive it by a moment, and would still write into the profile
        _signal(process, terminate=False)
        await process.wait()
        if draining is not None:
            draining.cancel()


def _signal(process: asyncio.subprocess.Process, *, terminate: bool) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGTERM if terminate else signal.SIGKILL)
