"""What main fetch stops before anything is sent, and in which order."""

from __future__ import annotations

from typing import Any

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.request import Body, Mode, RedirectMode
from tests.rows import each_row
from tests.standards.making import allows, asks, ends, headers, page, refusal, says

NO_CONNECTIONS = page(headers=headers({"Content-Security-Policy": "connect-src 'none'"}))


@each_row(
    ("target", "more", "expected"),
    [
        pytest.param("https://app.example.com/", {"mode": Mode.SAME_ORIGIN}, "", id="same-origin mode at home"),
        pytest.param("https://b.example/", {"mode": Mode.NO_CORS}, "", id="no-cors"),
        pytest.param("https://b.example/", {"mode": Mode.SAME_ORIGIN}, "same-origin-mode", id="same-origin mode"),
        pytest.param(
            "https://b.example/",
            {"mode": Mode.NO_CORS, "redirect_mode": RedirectMode.MANUAL},
            "no-cors-redirect-mode",
            id="no-cors follows redirects",
        ),
        pytest.param("ftp://b.example/", {}, "mixed-content", id="mixed content before the scheme"),
        pytest.param("foo://b.example/", {}, "scheme-not-http", id="another scheme"),
        pytest.param("foo://b.example/", {"mode": Mode.NO_CORS}, "scheme-not-http", id="in no-cors mode too"),
        pytest.param("about:blank", {}, "scheme-not-http", id="about"),
        pytest.param("http://b.example:25/", {}, "mixed-content", id="mixed content before a bad port"),
        pytest.param(
            "http://b.example/",
            {"mode": Mode.NO_CORS, "redirect_mode": RedirectMode.ERROR},
            "no-cors-redirect-mode",
            id="no-cors follows redirects, mixed content or not",
        ),
        pytest.param(
            "https://app.example.com/",
            {"method": "POST", "body": Body("x" * 65_537), "keepalive": True},
            "keepalive-body-too-long",
            id="what outlives its page is small",
        ),
        pytest.param(
            "https://app.example.com/",
            {"mode": Mode.SAME_ORIGIN, "cache_mode": "only-if-cached"},
            "only-if-cached",
            id="nothing is cached",
        ),
        pytest.param(
            "https://b.example/", {"at": NO_CONNECTIONS, "mode": Mode.SAME_ORIGIN}, "csp-connect-src", id="csp"
        ),
    ],
)
def test_stopped(target: str, more: dict[str, Any], expected: str) -> None:
    outcome = ends(asks(target, **more), allows())
    assert refusal(outcome) == expected
    assert bool(outcome.exchanges) is (expected == "")


@pytest.mark.parametrize(
    ("redirect_mode", "departures", "expected"),
    [
        pytest.param(RedirectMode.MANUAL, (), "", id="by the standard"),
        pytest.param(RedirectMode.FOLLOW, (Departure.NO_CORS_DATA_MUST_FOLLOW,), "", id="it follows"),
        pytest.param(
            RedirectMode.MANUAL, (Departure.NO_CORS_DATA_MUST_FOLLOW,), "no-cors-redirect-mode", id="it does not"
        ),
    ],
)
def test_a_data_url_in_no_cors_mode(
    redirect_mode: RedirectMode, departures: tuple[Departure, ...], expected: str
) -> None:
    request = asks("data:,x", mode=Mode.NO_CORS, redirect_mode=redirect_mode)
    assert refusal(ends(request, departures=frozenset(departures))) == expected


REFUSES: Departures = frozenset({Departure.NO_ADDRESS_REFUSED})
NEVER_REACHES: Departures = frozenset({Departure.NO_ADDRESS_NEVER_REACHED})


@pytest.mark.parametrize(
    ("target", "departures", "expected"),
    [
        pytest.param("http://0.0.0.0:8000/", NO_DEPARTURES, "", id="the standard has no word on it"),
        pytest.param("http://0.0.0.1:8000/", REFUSES | NEVER_REACHES, "", id="another address of its block"),
        pytest.param("http://0.0.0.0.example/", REFUSES | NEVER_REACHES, "", id="a name that begins alike"),
        pytest.param("http://[::]:8000/", REFUSES, "", id="over IPv6, where only the other is refused"),
        pytest.param("http://0.0.0.0:8000/", REFUSES, "no-address", id="refused"),
        pytest.param("http://0.0.0.0:8000/", NEVER_REACHES, "no-address", id="never reached"),
        pytest.param("http://[::]:8000/", NEVER_REACHES, "no-address", id="never reached over IPv6"),
    ],
)
def test_the_address_that_is_none(target: str, departures: Departures, expected: str) -> None:
    outcome = ends(asks(target, at="http://localhost:3000"), allows("*"), departures=departures)
    assert (refusal(outcome), bool(outcome.exchanges)) == (expected, not expected)


@pytest.mark.parametrize(("departures", "expected"), [(REFUSES, ""), (NEVER_REACHES, "no-address")])
def test_a_redirect_to_it_is_followed_by_one_engine(departures: Departures, expected: str) -> None:
    request = asks("http://localhost:8000/", at="http://localhost:3000")
    leads = says(302, {"Access-Control-Allow-Origin": "*", "Location": "http://0.0.0.0:8000/b"})
    assert refusal(ends(request, leads, allows("*"), departures=departures)) == expected
