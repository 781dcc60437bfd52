"""Which cookies go along."""

from __future__ import annotations

import pytest

from cors_tui.standards.cookies import cookie_header, domain_matches, path_matches
from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.request import Cookie, CredentialsMode, Mode
from tests.standards.making import allows, asks, ends, headers, page, says, url

FIREFOX: Departures = frozenset({Departure.THIRD_PARTY_COOKIES_BLOCKED, Departure.NO_SAME_SITE_MEANS_NONE})
WEBKIT: Departures = frozenset({Departure.NO_SAME_SITE_MEANS_NONE, Departure.SECURE_COOKIES_NEED_TLS})


def jar(host: str) -> tuple[Cookie, ...]:
    return (
        Cookie("def", "1", host),
        Cookie("lax", "1", host, "lax"),
        Cookie("strict", "1", host, "strict"),
        Cookie("none", "1", host, "none", secure=True),
    )


@pytest.mark.parametrize(
    ("at", "target", "departures", "expected"),
    [
        pytest.param("https://a.example", "https://other.invalid/", NO_DEPARTURES, "", id="another host's"),
        pytest.param("https://a.example", "https://b.example/", NO_DEPARTURES, "none", id="across sites"),
        pytest.param("https://a.example", "https://b.example/", FIREFOX, "", id="third party, blocked"),
        pytest.param("https://a.example", "https://b.example/", WEBKIT, "def none", id="no SameSite counts as None"),
        pytest.param("http://a.example", "http://b.example/", NO_DEPARTURES, "", id="Secure needs TLS"),
        pytest.param(
            "http://x.b.example", "https://b.example/", NO_DEPARTURES, "none", id="another scheme, another site"
        ),
        pytest.param("null", "https://b.example/", NO_DEPARTURES, "none", id="a sandboxed page is of no site"),
        pytest.param("https://x.b.example", "https://b.example/", FIREFOX, "def lax strict none", id="same site"),
    ],
)
def test_same_site_and_third_party(at: str, target: str, departures: Departures, expected: str) -> None:
    client = page(at, cookies=jar("b.example"))
    header = cookie_header(client, url(target), False, departures)
    assert header.replace("=1", "").replace(";", "") == expected


@pytest.mark.parametrize(("departures", "sent"), [(NO_DEPARTURES, True), (WEBKIT, False)])
def test_secure_cookies_on_loopback(departures: Departures, sent: bool) -> None:
    client = page("http://localhost:3000", cookies=jar("localhost"))
    assert ("none" in cookie_header(client, url("http://localhost:8000/"), False, departures)) is sent


def test_engines_that_do_not_count_the_scheme() -> None:
    client = page("http://x.b.example", cookies=jar("b.example"))
    there = url("https://b.example/")
    schemeless: Departures = frozenset({Departure.SCHEMES_SHARE_A_SITE})
    assert "strict" not in cookie_header(client, there, False, NO_DEPARTURES)
    assert "strict" in cookie_header(client, there, False, schemeless)


def test_a_redirect_from_http_to_https_crosses_no_site_where_schemes_do_not_count() -> None:
    departures: Departures = frozenset({Departure.SCHEMES_SHARE_A_SITE, Departure.REDIRECTS_COUNT_FOR_SAME_SITE})
    client = page("http://app.b.example", cookies=jar("b.example"))
    allowed = allows("http://app.b.example", Allow_Credentials="true").headers.pairs
    included = says(302, [*allowed, ("Location", "https://b.example/")])
    request = asks("http://b.example/", at=client, credentials_mode=CredentialsMode.INCLUDE)
    last = ends(request, included, allows(), departures=departures).exchanges[-1].request
    assert "strict=1" in (last.headers.get("cookie") or "")


def test_to_a_sandboxed_page_everybody_is_a_third_party() -> None:
    client = page("null", cookies=jar("localhost"))
    assert cookie_header(client, url("http://localhost:3000/"), False, FIREFOX) == ""


@pytest.mark.parametrize(("policy", "sent"), [("require-corp", True), ("credentialless", False)])
def test_an_embedder_policy_can_withhold_them_in_no_cors_mode(policy: str, sent: bool) -> None:
    client = page(cookies=jar("api.example.net"), headers=headers({"Cross-Origin-Embedder-Policy": policy}))
    answer = says(200, {"Cross-Origin-Resource-Policy": "cross-origin"})
    request = asks(at=client, mode=Mode.NO_CORS, credentials_mode=CredentialsMode.INCLUDE)
    (exchange,) = ends(request, answer).exchanges
    assert ("cookie" in exchange.request.headers, exchange.request.credentials) == (sent, sent)


def test_one_engine_counts_a_redirect_across_sites() -> None:
    client = page("https://b.example", cookies=jar("b.example"))
    there = url("https://b.example/")
    assert "strict" in cookie_header(client, there, True, NO_DEPARTURES)
    assert "strict" not in cookie_header(client, there, True, frozenset({Departure.REDIRECTS_COUNT_FOR_SAME_SITE}))


@pytest.mark.parametrize(
    ("cookie_path", "path", "matches"),
    [("/a", "/ab", False), ("/a/", "/a", False), ("/a", "/a/b", True), ("/a", "/a", True), ("/", "/x", True)],
)
def test_paths(cookie_path: str, path: str, matches: bool) -> None:
    assert path_matches(cookie_path, path) is matches


def test_domains() -> None:
    everywhere = Cookie("a", "1", "example.com", domain=".Example.com")
    assert domain_matches(everywhere, "api.example.com")
    assert not domain_matches(everywhere, "badexample.com")
    assert not domain_matches(Cookie("a", "1", "example.com"), "api.example.com")


def test_a_partitioned_cookie_stays_with_its_page() -> None:
    cookie = Cookie("p", "1", "b.example", "none", secure=True, partitioned=True)
    there = url("https://b.example/")
    assert cookie_header(page("https://a.example", cookies=(cookie,)), there, False, NO_DEPARTURES) == ""
    assert cookie_header(page("https://b.example", cookies=(cookie,)), there, False, NO_DEPARTURES) == "p=1"


@pytest.mark.parametrize(
    ("mode", "sent"),
    [(CredentialsMode.OMIT, False), (CredentialsMode.SAME_ORIGIN, False), (CredentialsMode.INCLUDE, True)],
)
def test_cookies_follow_the_credentials_mode_and_never_ride_on_a_preflight(mode: CredentialsMode, sent: bool) -> None:
    client = page(cookies=jar("api.example.net"))
    request = asks(at=client, method="PUT", credentials_mode=mode)
    outcome = ends(request, allows(Allow_Methods="PUT", Allow_Credentials="true"))
    preflight, actual = (each.request for each in outcome.exchanges)
    assert "cookie" not in preflight.headers
    assert not preflight.credentials
    assert ("cookie" in actual.headers, actual.credentials) == (sent, sent)
