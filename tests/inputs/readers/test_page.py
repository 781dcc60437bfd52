"""A request on the wire, read back as what the page's author asked for."""

from __future__ import annotations

import pytest

from cors_tui.inputs.readers._page import call_from_wire
from cors_tui.standards.request import CredentialsMode, Mode

_URL = "https://api.test/x"


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
    ("mode", "expected"), [("no-cors", Mode.NO_CORS), ("cors", Mode.CORS), ("navigate", Mode.CORS)]
)
def test_the_mode(mode: str, expected: Mode) -> None:
    call, says = call_from_wire(_URL, "GET", [("Sec-Fetch-Mode", mode)])
    assert call.mode is expected
    assert any("navigation" in text for text in says) is (mode == "navigate")
