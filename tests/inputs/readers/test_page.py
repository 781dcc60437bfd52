"""A request on the wire, read back as what the page's author asked for."""

from __future__ import annotations

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.case import Call
from cors_tui.inputs.readers._page import call_from_wire
from cors_tui.standards.cors_settings import credentials_modes, modes
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.request import CredentialsMode, Initiator, Mode

_URL = "https://api.test/x"
_PAGE = "https://app.test"


def test_what_the_author_set_stays() -> None:
    pairs = [("Content-Type", "application/json"), ("X-API-Key", "1"), ("Accept", "application/json")]
    call, says = call_from_wire(_URL, "put", pairs, "{}")
    assert (call.url, call.method, call.body, list(call.headers)) == (_URL, "PUT", "{}", pairs)
    assert says == ()


def test_what_a_browser_adds_goes_and_is_named() -> None:
    pairs = [
        (":authority", "api.test"), ("accept", "*/*"), ("accept-language", "en"), ("sec-fetch-site", "cross-site"),
        ("cache-control", "no-cache"), ("user-agent", "Mozilla/5.0"), ("x-a", "1"),
    ]  # fmt: skip
    call, says = call_from_wire(_URL, "GET", pairs)
    assert list(call.headers) == [("x-a", "1")]
    assert says == (
        "Left to the browser, which sets them itself: accept-language, sec-fetch-site, cache-control, user-agent.",
    )


def test_without_a_browsers_mark_the_same_headers_are_the_authors() -> None:
    pairs = [("Accept-Language", "en"), ("Cache-Control", "no-cache"), ("User-Agent", "my-app/1")]
    assert list(call_from_wire(_URL, "GET", pairs)[0].headers) == pairs


@pytest.mark.parametrize(
    ("pairs", "origin"),
    [
        ([], ""),
        ([("Origin", "http://localhost:3000")], "http://localhost:3000"),
        ([("Origin", "null")], "null"),
        ([("Referer", "https://app.test/a/b?c")], "https://app.test"),
        ([("Referer", "nonsense")], ""),
    ],
)
def test_the_origin(pairs: list[tuple[str, str]], origin: str) -> None:
    assert call_from_wire(_URL, "GET", pairs)[0].origin == origin


def test_cookies_mean_credentials() -> None:
    call, says = call_from_wire(_URL, "GET", [("Cookie", "a=b")])
    assert (call.cookie, call.credentials, "cookie" in call.headers) == ("a=b", CredentialsMode.INCLUDE, False)
    assert "include" in says[0]


def test_a_preflight_is_read_as_what_it_asks_for() -> None:
    pairs = [
        ("Origin", "https://app.test"), ("Access-Control-Request-Method", "PATCH"),
        ("Access-Control-Request-Headers", "content-type,x-a"),
    ]  # fmt: skip
    call, says = call_from_wire(_URL, "OPTIONS", pairs)
    assert (call.method, [name for name, _ in call.headers], call.origin) == (
        "PATCH",
        ["content-type", "x-a"],
        "https://app.test",
    )
    assert "preflight" in says[0]


def test_an_options_that_asks_for_nothing_is_itself() -> None:
    assert call_from_wire(_URL, "OPTIONS", [])[0].method == "OPTIONS"


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("no-cors", Mode.NO_CORS), ("cors", Mode.CORS), ("same-origin", Mode.SAME_ORIGIN), ("navigate", Mode.CORS)],
)
def test_the_mode(mode: str, expected: Mode) -> None:
    call, says = call_from_wire(_URL, "GET", [("Sec-Fetch-Mode", mode)])
    assert call.mode is expected
    assert any("navigation" in text for text in says) is (mode == "navigate")


# Sec-Fetch-Dest, Sec-Fetch-Mode, Accept, method -> what asked, and in which mode
ASKED_BY = [
    ("empty", "cors", "*/*", "GET", Initiator.FETCH, Mode.CORS),
    ("", "cors", "text/event-stream", "GET", Initiator.FETCH, Mode.CORS),
    ("image", "no-cors", "*/*", "POST", Initiator.FETCH, Mode.NO_CORS),
    ("document", "navigate", "text/html", "GET", Initiator.FETCH, Mode.CORS),
    ("image", "no-cors", "image/avif,*/*", "GET", Initiator.IMAGE, Mode.NO_CORS),
    ("image", "cors", "image/avif,*/*", "GET", Initiator.IMAGE, Mode.CORS),
    ("script", "no-cors", "*/*", "GET", Initiator.SCRIPT, Mode.NO_CORS),
    ("script", "cors", "*/*", "GET", Initiator.MODULE, Mode.CORS),
    ("style", "no-cors", "text/css,*/*;q=0.1", "GET", Initiator.STYLESHEET, Mode.NO_CORS),
    ("font", "cors", "*/*", "GET", Initiator.FONT, Mode.CORS),
    ("empty", "cors", "text/event-stream", "GET", Initiator.EVENT_SOURCE, Mode.CORS),
]


@pytest.mark.parametrize(("dest", "mode", "accept", "method", "initiator", "expected"), ASKED_BY)
def test_what_on_the_page_asked(
    dest: str, mode: str, accept: str, method: str, initiator: Initiator, expected: Mode
) -> None:
    pairs = [("Sec-Fetch-Dest", dest), ("Sec-Fetch-Mode", mode), ("Accept", accept)]
    call, says = call_from_wire(_URL, method, pairs)
    assert (call.initiator, call.mode) == (initiator, expected)
    assert any(text.startswith("It was asked by ") for text in says) is (initiator is not Initiator.FETCH)


def test_an_image_without_crossorigin_sends_its_cookies_and_sets_no_header() -> None:
    pairs = [("Sec-Fetch-Dest", "image"), ("Sec-Fetch-Mode", "no-cors"), ("X-A", "1"), ("Referer", f"{_PAGE}/")]
    call, says = call_from_wire(_URL, "GET", pairs)
    assert (call.credentials, list(call.headers), call.origin) == (CredentialsMode.INCLUDE, [], _PAGE)
    assert "It was asked by an image, not by a script's own call." in says


@pytest.mark.parametrize("browser", sorted(known_browsers()))
@pytest.mark.parametrize("initiator", [each for each in Initiator if each not in (Initiator.XHR, Initiator.IMPORT)])
def test_what_a_browser_puts_on_the_wire_is_read_back_as_the_same_call(browser: str, initiator: Initiator) -> None:
    mode = modes(initiator)[0]
    asked = Call(_URL, _PAGE, mode=mode, initiator=initiator, credentials=credentials_modes(initiator, mode)[0])
    request, engine = asked.request(), known_browsers()[browser]
    pending = drive(fetch(request, engine.departures), lambda _wire: None)
    assert isinstance(pending, Pending)
    assert call_from_wire(_URL, "GET", list(engine.dress(pending.request, request)))[0] == asked
