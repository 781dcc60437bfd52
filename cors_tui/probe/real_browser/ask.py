"""Ask a real, installed browser what it does with a call."""

from __future__ import annotations

import asyncio
import importlib.util
import json

from cors_tui.case import Call
from cors_tui.probe.real_browser import bidi, cdp
from cors_tui.probe.real_browser.answer import Ending, Heard, NotAvailable, Obstacle, Question, RealAnswer
from cors_tui.probe.real_browser.launch import COMMANDS, DidNotStartError, installed_browsers, running
from cors_tui.probe.real_browser.page import question
from cors_tui.probe.real_browser.served import served_page
from cors_tui.probe.real_browser.wire import ProtocolError, wired

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

_FOR_START_AND_END = 6.0
"""Seconds of the deadline kept for starting the browser and for its last words."""

EMPTY_PROFILE = "It ran with an empty profile: none of your cookies, logins, extensions or exceptions were used."
LOCAL_NETWORK_ACCESS = (
    "The page was served from this machine, as if from a public address unless its own is a local one, with Local "
    "Network Access checks on; headless, nobody can grant the permission, so it counts as denied."
)
FIREFOX_LOCAL_NETWORK = "It was not asked about Local Network Access: a page answered by us has no address."
FIREFOX_CONSOLE = "Of its console only the errors are shown: its protocol keeps the warnings back."
NOT_FIREFOX = "Firefox cannot be asked about Local Network Access without a person to answer its prompt."
HEADLESS = "It ran headless, and its User-Agent says so (HeadlessChrome): a firewall may answer it differently."
STAND_IN = "The page was a sandboxed one: its origin is null as a file's is, but it was not read from a disk."
NO_LOCAL_NETWORK_ACCESS = (
    "Its Local Network Access checks were off: a page answered by us has no address they could compare with."
)


async def ask_real_browser(
    call: Call, browser: str, *, deadline: float = 20, send_unsafe: bool = False, local_network: bool = False
) -> RealAnswer | NotAvailable:
    """Run `call` in the installed `browser` (chromium, firefox, chrome or edge), headless, with an empty profile.

    The page is a blank one at the call's own page origin, answered by us; the request to the API is not touched, and
    TLS is as strict as ever. A method that may change things is sent only with `send_unsafe`. `deadline` is the
    total in seconds, the browser's start included. With `local_network` the page is really served, as from a public
    address, and the browser's Local Network Access checks are on (not Firefox). Never raises for what a browser or a
    server does.
    """
    ready = _ready(call, browser, send_unsafe)
    if isinstance(ready, NotAvailable):
        return ready
    asked = question(call, max(deadline - _FOR_START_AND_END, deadline / 2))
    if isinstance(asked, str):
        return NotAvailable(Obstacle.CANNOT_ASK, asked)
    if local_network and browser == "firefox":
        return NotAvailable(Obstacle.CANNOT_ASK, NOT_FIREFOX)
    try:
        async with asyncio.timeout(deadline):
            heard = await (_hear_served if local_network else _hear)(browser, ready, asked)
    except DidNotStartError as error:
        return NotAvailable(Obstacle.DID_NOT_START, f"{browser} ({ready}) did not start: {error}")
    except ProtocolError as error:
        return NotAvailable(Obstacle.FAILED, f"{browser} could not be asked: {error}")
    except (OSError, TimeoutError):
        return NotAvailable(Obstacle.FAILED, f"{browser} was not ready within {deadline:g} seconds.")
    return _answer(browser, asked, heard, _notes(browser, local_network, asked.sandboxed))


def _ready(call: Call, browser: str, send_unsafe: bool) -> str | NotAvailable:
    """The path of the browser, or what stands in the way."""
    if browser not in COMMANDS:
        return NotAvailable(
            Obstacle.UNKNOWN_BROWSER, f"No browser is called {browser!r}; known are {', '.join(COMMANDS)}."
        )
    if call.method.upper() not in SAFE_METHODS and not send_unsafe:
        return NotAvailable(Obstacle.NEEDS_CONSENT, f"{call.method} may change things on the server: say yes first.")
    if importlib.util.find_spec("websockets") is None:
        return NotAvailable(
            Obstacle.EXTRA_MISSING, 'To ask a real browser, install the extra: pip install "cors-tui[browser]".'
        )
    path = installed_browsers().get(browser)
    return path or NotAvailable(Obstacle.NOT_INSTALLED, f"{browser} was not found on this machine.")


async def _hear(browser: str, path: str, asked: Question) -> Heard:
    async with running(browser, path) as started:
        if browser == "firefox":
            async with wired(f"{started.endpoint}/session") as wire:
                return await bidi.ask(wire, asked)
        async with wired(started.endpoint) as wire:
            return await cdp.ask(wire, asked)


async def _hear_served(browser: str, path: str, asked: Question) -> Heard:
    """The same question from a page that is really served, with the checks of Local Network Access on."""
    async with (
        served_page(asked) as flags,
        running(browser, path, extra=flags) as started,
        wired(started.endpoint) as wire,
    ):
        return await cdp.ask(wire, asked, served=True)


def _notes(browser: str, local_network: bool, sandboxed: bool) -> tuple[str, ...]:
    always = (EMPTY_PROFILE, STAND_IN) if sandboxed else (EMPTY_PROFILE,)
    if browser == "firefox":
        return (*always, FIREFOX_LOCAL_NETWORK, FIREFOX_CONSOLE)
    return (*always, LOCAL_NETWORK_ACCESS if local_network else NO_LOCAL_NETWORK_ACCESS, HEADLESS)


def _answer(browser: str, asked: Question, heard: Heard, notes: tuple[str, ...]) -> RealAnswer | NotAvailable:
    if heard.page != asked.expected_origin:
        wanted = f"The page was to stand at {asked.expected_origin}, but {heard.version} put it at {heard.page}"
        return NotAvailable(Obstacle.NO_PAGE, f"{wanted}; nothing was asked.")
    try:
        result = json.loads(heard.result)
        ending = Ending(result["ending"])
    except (ValueError, TypeError, KeyError):
        return NotAvailable(Obstacle.FAILED, f"What {heard.version} loaded took over the page: it told no ending.")
    return RealAnswer(
        browser=browser,
        version=heard.version,
        page=heard.page,
        ending=ending,
        type=result.get("type", ""),
        status=result.get("status"),
        redirected=result.get("redirected", False),
        url=result.get("url", ""),
        visible_headers=tuple(sorted(result.get("headers", ()))),
        message=result.get("message", ""),
        console=heard.console,
        requests=heard.requests,
        notes=notes,
    )
