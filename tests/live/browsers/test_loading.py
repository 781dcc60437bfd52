"""Asking a real browser for what a page loads: it ends as our rules say, with the same requests and console."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace

import pytest

from cors_tui.case import Call, Case
from cors_tui.probe.real_browser.answer import RealAnswer
from cors_tui.session.asking import ask_browsers
from cors_tui.session.judging import Word
from cors_tui.session.real import ask_real, differences, verdict_beside, word_of
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from tests.live.browsers.server import WireServer

PAGE = "http://app.example.test"
FILE = "file:///home/me/index.html"
ALLOW = ("Access-Control-Allow-Origin", PAGE)
ALLOW_ALL = ("Access-Control-Allow-Origin", "*")
ALLOW_FILE = ("Access-Control-Allow-Origin", "null")
ALLOW_COOKIES = ("Access-Control-Allow-Credentials", "true")
OWN_ONLY = ("Cross-Origin-Resource-Policy", "same-origin")
NOSNIFF = ("X-Content-Type-Options", "nosniff")

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
).decode("latin-1")
JPEG_XL = base64.b64decode("/wpBBgATiAIAwAC1nyAAABUqo4wbvJzr+fJDh8W0jesMbbVtYQljs70wSEg4g42Lgt2chXH3AYlUkgA=").decode(
    "latin-1"
)
STREAM = "data: 1\n\n"
THROWS = "throw new TypeError('its own')"

INCLUDE = CredentialsMode.INCLUDE
IMAGE = Call(origin=PAGE, initiator=Initiator.IMAGE, mode=Mode.NO_CORS, credentials=INCLUDE)
SCRIPT = replace(IMAGE, initiator=Initiator.SCRIPT)
STYLES = Call(origin=PAGE, initiator=Initiator.STYLESHEET, credentials=INCLUDE)
MODULE = Call(origin=PAGE, initiator=Initiator.MODULE)
IMPORT = Call(origin=PAGE, initiator=Initiator.IMPORT)
FONT = Call(origin=PAGE, initiator=Initiator.FONT)
EVENTS = Call(origin=PAGE, initiator=Initiator.EVENT_SOURCE, credentials=INCLUDE)

DESTINATIONS = {
    Initiator.IMAGE: "image",
    Initiator.SCRIPT: "script",
    Initiator.MODULE: "script",
    Initiator.IMPORT: "script",
    Initiator.STYLESHEET: "style",
    Initiator.FONT: "font",
    Initiator.EVENT_SOURCE: "empty",
}
"""https://fetch.spec.whatwg.org/#destination-table"""


@dataclass(frozen=True)
class Row:
    """What is asked, what answers it, and how it ends in every browser."""

    call: Call
    type: str
    headers: tuple[tuple[str, str], ...]
    body: str
    word: Word


ROWS = {
    "an image needs no CORS": Row(IMAGE, "image/png", (), PIXEL, Word.ALLOWED),
    "an image that only its own origin may show": Row(IMAGE, "image/png", (OWN_ONLY,), PIXEL, Word.BLOCKED),
    "a script that is not said to be one": Row(SCRIPT, "text/plain", (NOSNIFF,), "1", Word.BLOCKED),
    "a style sheet with cookies that are not allowed": Row(STYLES, "text/css", (ALLOW,), "a{}", Word.BLOCKED),
    "a module that is a page": Row(MODULE, "text/html", (ALLOW,), "<p>", Word.BLOCKED),
    "a module of a file": Row(replace(MODULE, origin=FILE), "text/javascript", (ALLOW_FILE,), "1", Word.ALLOWED),
    "an import that fails by itself": Row(IMPORT, "text/javascript", (ALLOW,), THROWS, Word.ALLOWED),
    "a font that names no origin": Row(FONT, "font/ttf", (), "x", Word.BLOCKED),
    "events with cookies, let in by a star": Row(EVENTS, "text/event-stream", (ALLOW_ALL,), STREAM, Word.BLOCKED),
    "events with cookies": Row(EVENTS, "text/event-stream", (ALLOW, ALLOW_COOKIES), STREAM, Word.ALLOWED),
}


@pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in ROWS.items()])
async def test_what_a_page_loads_ends_as_we_say(browser: str, server: WireServer, row: Row) -> None:
    server.cases["x"] = {"actual": {"headers": [("Content-Type", row.type), *row.headers], "body": row.body}}
    port = await server.listen(0)
    await _agrees(replace(row.call, url=f"http://127.0.0.1:{port}/case/x"), browser, row.word)
    first, *_ = server.requests["x"]  # the browser's; ours come after it
    assert ["Sec-Fetch-Dest", DESTINATIONS[row.call.initiator]] in first["headers"]
    assert ["Sec-Fetch-Mode", row.call.mode.value] in first["headers"]


async def test_an_image_that_only_some_browsers_know(browser: str, server: WireServer) -> None:
    server.cases["x"] = {"actual": {"headers": [("Content-Type", "image/jxl")], "body": JPEG_XL}}
    port = await server.listen(0)
    word = Word.ALLOWED if browser == "chromium" else Word.BLOCKED
    await _agrees(replace(IMAGE, url=f"http://127.0.0.1:{port}/case/x"), browser, word)


async def test_a_url_without_its_scheme_is_refused_by_the_browser_itself(browser: str) -> None:
    """``localhost:`` reads as a scheme."""
    await _agrees(Call(url="localhost:8000/users", origin=PAGE), browser, Word.BLOCKED)


async def _agrees(call: Call, browser: str, word: Word) -> None:
    case = Case(call)
    real = await ask_real(case, browser, deadline=40)
    assert isinstance(real, RealAnswer), real
    assert (word_of(real), real.status) == (word, None)
    async for step in ask_browsers(case):
        case = step.case
    verdict = verdict_beside(case, browser)
    assert verdict.word is word
    assert differences(real, verdict) == ()
