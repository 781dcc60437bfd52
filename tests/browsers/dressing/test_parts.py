"""The values all engines add, and how they are put in order."""

from __future__ import annotations

import pytest

from cors_tui.browsers.dressing import parts
from cors_tui.case import Call
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Body, Role, WireRequest
from cors_tui.standards.url import Url, parse_url


def url(text: str) -> Url:
    parsed = parse_url(text)
    assert parsed is not None
    return parsed


HOSTS = [
    ("https://a.example/", "a.example"),
    ("https://a.example:443/", "a.example"),
    ("http://a.example:443/", "a.example:443"),
    ("http://[::1]:8000/", "[::1]:8000"),
]


@pytest.mark.parametrize(("target", "host"), HOSTS)
def test_host(target: str, host: str) -> None:
    """Without the port that the scheme has anyway."""
    assert parts.host(url(target)) == host


TRUSTED = [
    ("http://a.example/", False),
    ("http://128.0.0.1/", False),
    ("http://192.168.0.1/", False),
    ("http://127.0.0.1/", True),
    ("http://127.9.9.9/", True),
    ("http://localhost/", True),
    ("http://[::1]/", True),
    ("https://a.example/", True),
]


@pytest.mark.parametrize(("target", "trusted"), TRUSTED)
def test_trustworthy(target: str, trusted: bool) -> None:
    """TLS or loopback."""
    assert parts.is_trustworthy(url(target)) is trusted


REFERERS = [
    ("https://app.example.com/", "http://api.example.com/", ""),
    ("https://app.example.com/", "https://api.example.com/", "https://app.example.com/"),
    ("http://app.example.com/", "https://api.example.com/", "http://app.example.com/"),
    ("https://app.example.com/", "https://app.example.com/x", "https://app.example.com/"),
    ("null", "https://api.example.com/", ""),
]


@pytest.mark.parametrize(("page", "target", "referer"), REFERERS)
def test_referer(page: str, target: str, referer: str) -> None:
    """The origin of the page; nothing on the way down from TLS."""
    assert parts.referer(Call(url=target, origin=page).request(), url(target)) == referer


LENGTHS = [("GET", None, ""), ("PATCH", None, ""), ("POST", None, "0"), ("PUT", None, "0"), ("DELETE", "abc", "3")]


@pytest.mark.parametrize(("method", "body", "length"), LENGTHS)
def test_content_length(method: str, body: str | None, length: str) -> None:
    """Of the body; 0 only for POST and PUT without one."""
    wire = WireRequest(Role.ACTUAL, 0, method, url("https://a.example/"), body=None if body is None else Body(body))
    assert parts.content_length(wire) == length


def test_the_authors_header_wins_in_the_engines_place() -> None:
    """A header with a place of its own stays there, in the engine's spelling; the others stand together."""
    headers = HeaderList.of([("X-B", "2"), ("accept", "text/html"), ("X-A", "1")])
    wire = WireRequest(Role.ACTUAL, 0, "GET", url("https://a.example/"), headers)
    arranged = parts.arrange(("Host", parts.AUTHOR, "Accept", "Empty"), {"Host": "h", "Accept": "*/*"}, wire)
    assert arranged.pairs == (("Host", "h"), ("x-b", "2"), ("x-a", "1"), ("Accept", "text/html"))
