"""Set-Cookie: what is kept, what comes back, and why not."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.request import Cookie
from cors_tui.standards.set_cookie import Withheld, default_path, parse_set_cookie, withheld
from tests.rows import each_row
from tests.standards.making import page, url

HERE = "https://api.example.com/auth/me"

PARSED: dict[str, tuple[str, Cookie | None]] = {
    "a name and a value": ("sid=1", Cookie("sid", "1", "api.example.com", path="/auth")),
    "attributes in any case and with spaces": (
        "sid = a=b ; SECURE; samesite = LAX; PATH=/; partitioned",
        Cookie("sid", "a=b", "api.example.com", "lax", True, True, "/"),
    ),
    "a domain with a dot": (
        "a=1; Domain=.Example.com",
        Cookie("a", "1", "api.example.com", path="/auth", domain="example.com"),
    ),
    "a path that is none": ("a=1; Path=auth", Cookie("a", "1", "api.example.com", path="/auth")),
    "an unknown SameSite": ("a=1; SameSite=Sometimes", Cookie("a", "1", "api.example.com", path="/auth")),
    "the later attribute counts": ("a=1; Path=/x; Path=/", Cookie("a", "1", "api.example.com")),
    "it lives on": (
        "a=1; Path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        Cookie("a", "1", "api.example.com"),
    ),
    "no name": ("=1; Path=/", None),
    "no equals": ("sid; Path=/", None),
    "it lives longer than a number may be long": (
        f"a=1; Path=/; Max-Age={'9' * 5000}",
        Cookie("a", "1", "api.example.com"),
    ),
    "removed by age": ("sid=; Max-Age=0", None),
    "removed by a negative age": ("sid=; Max-Age=-1", None),
    "removed by a date": ("sid=; Expires=Thu, 01 Jan 1970 00:00:00 GMT", None),
    "removed by an old form of date": ("sid=; Expires=Thursday, 01-Jan-70 00:00:00 GMT", None),
}


@each_row("name", PARSED)
def test_a_set_cookie_is_read_as_browsers_do(name: str) -> None:
    value, cookie = PARSED[name]
    assert parse_set_cookie(value, url(HERE)) == cookie


@pytest.mark.parametrize(("path", "wanted"), [("/", "/"), ("/a", "/"), ("/a/b", "/a"), ("/a/b/", "/a/b")])
def test_the_default_path_is_the_folder(path: str, wanted: str) -> None:
    assert default_path(url(f"https://a.example{path}")) == wanted


SAME, OTHER = "https://app.example.com", "https://app.other.example"
FIREFOX: Departures = frozenset({Departure.THIRD_PARTY_COOKIES_BLOCKED, Departure.NO_SAME_SITE_MEANS_NONE})
WEBKIT: Departures = frozenset({Departure.NO_SAME_SITE_MEANS_NONE, Departure.SECURE_COOKIES_NEED_TLS})

WITHHELD: dict[str, tuple[str, str, str, Departures, Withheld | None]] = {
    "within one site": ("a=1; Path=/", SAME, HERE, NO_DEPARTURES, None),
    "for the whole domain": ("a=1; Path=/; Domain=example.com", SAME, HERE, NO_DEPARTURES, None),
    "its own host as Domain": ("a=1; Path=/; Domain=api.example.com", SAME, HERE, NO_DEPARTURES, None),
    "the page's host as Domain": ("a=1; Domain=app.example.com", SAME, HERE, NO_DEPARTURES, Withheld.DOMAIN),
    "a name that only ends alike": ("a=1; Domain=ample.com", SAME, HERE, NO_DEPARTURES, Withheld.DOMAIN),
    "a public suffix": (
        "a=1; Domain=co.uk",
        "https://b.co.uk",
        "https://a.co.uk/",
        NO_DEPARTURES,
        Withheld.PUBLIC_SUFFIX,
    ),
    "a shared platform": (
        "a=1; Domain=github.io",
        "https://b.github.io",
        "https://a.github.io/",
        NO_DEPARTURES,
        Withheld.PUBLIC_SUFFIX,
    ),
    "an address as Domain": (
        "a=1; Domain=127.0.0.1",
        "http://127.0.0.1:3000",
        "http://127.0.0.1:8/",
        NO_DEPARTURES,
        None,
    ),
    "localhost as Domain": (
        "a=1; Domain=localhost",
        "http://localhost:3000",
        "http://localhost:8/",
        NO_DEPARTURES,
        None,
    ),
    "__Host- with all it wants": ("__Host-a=1; Path=/; Secure", SAME, HERE, NO_DEPARTURES, None),
    "__Host- with a path": ("__Host-a=1; Path=/auth; Secure", SAME, HERE, NO_DEPARTURES, Withheld.PREFIX),
    "__Host- with a Domain": (
        "__Host-a=1; Path=/; Secure; Domain=example.com",
        SAME,
        HERE,
        NO_DEPARTURES,
        Withheld.PREFIX,
    ),
    "__Secure- without Secure": ("__Secure-a=1; Path=/", SAME, HERE, NO_DEPARTURES, Withheld.PREFIX),
    "Secure over http": (
        "a=1; Secure",
        "http://app.example.com",
        "http://api.example.com/",
        NO_DEPARTURES,
        Withheld.SECURE,
    ),
    "Secure on this machine": ("a=1; Secure", "http://localhost:3000", "http://localhost:8/", NO_DEPARTURES, None),
    "Secure on this machine, where that is not trusted": (
        "a=1; Secure",
        "http://localhost:3000",
        "http://localhost:8/",
        WEBKIT,
        Withheld.SECURE,
    ),
    "Partitioned without Secure": (
        "a=1; Path=/; Partitioned",
        SAME,
        HERE,
        NO_DEPARTURES,
        Withheld.PARTITIONED_WITHOUT_SECURE,
    ),
    "None without Secure": ("a=1; Path=/; SameSite=None", OTHER, HERE, NO_DEPARTURES, Withheld.NONE_WITHOUT_SECURE),
    "Lax to another site": ("a=1; Path=/; SameSite=Lax", OTHER, HERE, NO_DEPARTURES, Withheld.SAME_SITE),
    "nothing said, to another site": ("a=1; Path=/", OTHER, HERE, NO_DEPARTURES, Withheld.SAME_SITE),
    "nothing said, where that means None": ("a=1; Path=/", OTHER, HERE, WEBKIT, None),
    "None and Secure to another site": ("a=1; Path=/; SameSite=None; Secure", OTHER, HERE, NO_DEPARTURES, None),
    "another site, blocked": ("a=1; Path=/; SameSite=None; Secure", OTHER, HERE, FIREFOX, Withheld.THIRD_PARTY),
    "another site, partitioned": ("a=1; Path=/; SameSite=None; Secure; Partitioned", OTHER, HERE, FIREFOX, None),
    "two sites of one platform": (
        "a=1; SameSite=Lax",
        "https://b.github.io",
        "https://a.github.io/",
        NO_DEPARTURES,
        Withheld.SAME_SITE,
    ),
    "another path": ("a=1; Path=/admin", SAME, HERE, NO_DEPARTURES, Withheld.PATH),
    "a path above": ("a=1; Path=/auth/", SAME, HERE, NO_DEPARTURES, None),
    "a path that only begins alike": ("a=1; Path=/au", SAME, HERE, NO_DEPARTURES, Withheld.PATH),
}


@each_row("name", WITHHELD)
def test_why_a_cookie_does_not_come_back(name: str) -> None:
    value, at, target, departures, why = WITHHELD[name]
    cookie = parse_set_cookie(value, url(target))
    assert cookie is not None
    assert withheld(cookie, page(at), url(target), departures) is why
