"""What is copied of an element, a module, an event stream, run by real browsers as code and as a page, and by curl.

All of them put the same on the wire: the browser's own request is what the others are held against.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from cors_tui.case import Call, Case
from cors_tui.inputs.writers import curl_bash, fetch_code, html_page
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.lab.server import LabServer
from cors_tui.probe.real_browser.launch import installed_browsers
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from tests.live.browsers import chromium, firefox
from tests.live.browsers.drive import Driver

NO_CORS, INCLUDE = Mode.NO_CORS, CredentialsMode.INCLUDE
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
LOADED, NOT_LOADED = "loaded", "not loaded: the reason is in the browser's console"

# the call, what its server answers with, and what the copied page shows
WAYS = [
    (Call("/img", initiator=Initiator.IMAGE, mode=NO_CORS, credentials=INCLUDE), "image/svg+xml", SVG, LOADED),
    (Call("/crossorigin?a='b\\", initiator=Initiator.IMAGE), "image/svg+xml", SVG, LOADED),
    (Call("/broken", initiator=Initiator.IMAGE, mode=NO_CORS, credentials=INCLUDE), "image/svg+xml", "no", NOT_LOADED),
    (Call("/script", initiator=Initiator.SCRIPT, mode=NO_CORS, credentials=INCLUDE), "text/javascript", "", LOADED),
    (Call("/module", initiator=Initiator.MODULE, credentials=INCLUDE), "text/javascript", "", LOADED),
    (Call("/import", initiator=Initiator.IMPORT), "text/javascript", "", LOADED),
    (Call("/css", initiator=Initiator.STYLESHEET, mode=NO_CORS, credentials=INCLUDE), "text/css", "", LOADED),
    (Call("/font?a='b\\", initiator=Initiator.FONT), "font/ttf", "no font", NOT_LOADED),
    (Call("/events", initiator=Initiator.EVENT_SOURCE, credentials=INCLUDE), "text/event-stream", "\n", LOADED),
    (Call("/xhr", initiator=Initiator.XHR, method="POST", body="a", headers=HeaderList((("X-Own", "'\"\\"),))),
     "text/plain", "seen", "200\nseen"),
]  # fmt: skip

CLICK = """(async () => {
  const said = document.getElementById("said");
  const seen = new Promise(done => new MutationObserver(() => done(said.textContent)).observe(said, {childList: true}));
  document.getElementById("send").click();
  return await seen;
})()"""


@contextlib.asynccontextmanager
async def driving(name: str) -> AsyncIterator[Driver]:
    path = installed_browsers().get(name, "")
    if not (path and shutil.which("curl") and shutil.which("bash")):
        pytest.skip(f"{name}, curl or bash is not installed")
    if name == "chromium":
        async with chromium.driving(path, {}) as one:
            yield one
    else:
        async with firefox.driving(path, {}) as other:
            yield other


def answer(asked: Asked) -> Reply:
    kind, body = next(((kind, body) for call, kind, body, _ in WAYS if is_for(asked, call)), ("", ""))
    allow = [("Origin", asked.origin), ("Credentials", "true"), ("Headers", "x-own")] if asked.origin else []
    headers = [("Content-Type", kind), ("Cache-Control", "no-store")]
    return Reply(200, (*headers, *((f"Access-Control-Allow-{name}", value) for name, value in allow)), body)


def is_for(asked: Asked, call: Call) -> bool:
    return asked.target.partition("?")[0] == call.url.partition("?")[0]


def on_the_wire(asked: Asked) -> tuple[object, ...]:
    """What servers look at. Of script's own way a copy says nothing; Accept is each engine's own but for streams."""
    destination = asked.headers.get("sec-fetch-dest") or "empty"
    mode = asked.headers.get("sec-fetch-mode") or "cors"
    is_stream = asked.headers.get("accept") == "text/event-stream"
    return (
        asked.method,
        asked.target,
        asked.origin,
        asked.body,
        asked.headers.get("x-own"),
        destination,
        mode,
        is_stream,
    )


@pytest.mark.parametrize("name", ["chromium", "firefox"])
async def test_a_browser_and_the_copies_send_the_same(name: str) -> None:
    pages: list[str] = []

    def page(asked: Asked) -> Reply:
        number = asked.target.removeprefix("/")
        return Reply(200, (("Content-Type", "text/html"),), pages[int(number)] if number.isdigit() else "a page")

    async with driving(name) as driver, LabServer({"page": page, "api": answer}) as server:
        origin = f"http://127.0.0.1:{server.ports['page']}"
        for number, (call, _, _, shows) in enumerate(WAYS):
            there = Case(replace(call, url=f"http://127.0.0.1:{server.ports['api']}{call.url}", origin=origin))
            pages.append(html_page.write(there, True))
            await driver.visit(f"{origin}/")
            code = fetch_code.write(there, True)
            ended = await driver.evaluate(
                f"(async () => {{ try {{ {code} }} catch {{ return 'failed' }} return '' }})()"
            )
            assert (ended == "failed") is shows.startswith("not"), call.url
            await driver.visit(f"{origin}/{number}")
            assert (await driver.evaluate(CLICK)).startswith(shows), call.url
            command = await asyncio.create_subprocess_exec(
                "bash", "-c", curl_bash.write(there, True), stdout=DEVNULL, stderr=DEVNULL
            )
            assert await command.wait() == 0
        for call, *_ in WAYS:
            by_code, by_page, by_curl = (
                each for each in server.asked("api") if is_for(each, call) and not each.is_preflight
            )
            assert on_the_wire(by_code) == on_the_wire(by_page) == on_the_wire(by_curl), call.url
            assert bool(by_code.origin) is (call.mode is Mode.CORS), call.url
