"""Host and Content-Length where they are missing; the proxy's form of a target."""

from __future__ import annotations

import pytest

from cors_tui.probe.framing import body_bytes, complete_headers, forwarded_target, host_of
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Body, Role, WireRequest
from cors_tui.standards.url import Url, parse_url


def url(text: str) -> Url:
    found = parse_url(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("http://a.test/", "a.test"), ("https://a.test:443/", "a.test"), ("http://a.test:443/", "a.test:443"),
        ("https://[::1]:8443/", "[::1]:8443"), ("http://\xfc.test/", "xn--tda.test"),
    ],
)  # fmt: skip
def test_host(text: str, host: str) -> None:
    assert host_of(url(text)) == host


def _complete(method: str, body: str | None, *pairs: tuple[str, str]) -> tuple[list[str], bytes]:
    wire = WireRequest(Role.ACTUAL, 0, method, url("http://a.test/"), body=None if body is None else Body(body))
    headers, data = complete_headers(wire, HeaderList(pairs))
    return [f"{name}={value}" for name, value in headers], data


def test_nothing_is_added_to_what_is_there() -> None:
    pairs = ("A", "1"), ("content-length", "9"), ("HOST", "h")
    assert _complete("POST", "x", *pairs) == (["A=1", "content-length=9", "HOST=h"], b"x")


@pytest.mark.parametrize(
    ("method", "body", "expected"),
    [
        ("GET", None, ["Host=a.test", "Connection=keep-alive", "A=1"]),
        ("post", None, ["Host=a.test", "Connection=keep-alive", "A=1"]),
        ("POST", None, ["Host=a.test", "Connection=keep-alive", "Content-Length=0", "A=1"]),
        ("PATCH", "\xe9", ["Host=a.test", "Connection=keep-alive", "Content-Length=1", "A=1"]),
    ],
)
def test_what_is_missing_is_added_where_chromium_puts_it(method: str, body: str | None, expected: list[str]) -> None:
    assert _complete(method, body, ("Connection", "keep-alive"), ("A", "1"))[0] == expected


def test_a_body_is_bytes_one_character_each_or_utf8() -> None:
    assert (body_bytes("\xe9\0"), body_bytes("é€"), body_bytes("\ud800")) == (b"\xe9\0", "é€".encode(), b"?")


def test_the_form_a_proxy_wants_has_no_credentials_and_no_fragment() -> None:
    assert forwarded_target(url("http://me:pw@a.test:8080/p?q#f")) == "http://a.test:8080/p?q"
