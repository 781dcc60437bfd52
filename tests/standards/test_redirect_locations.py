"""What a Location may be, and where it leads."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.redirect import location_text
from cors_tui.standards.request import RedirectMode
from tests.standards.making import API, allows, asks, ends, refusal, run, says
from tests.standards.redirecting import chain, moved


def test_a_bad_location_that_is_not_followed_fails_in_one_engine() -> None:
    fails: Departures = frozenset({Departure.BAD_LOCATION_ALWAYS_FAILS})
    request = asks(redirect_mode=RedirectMode.MANUAL)
    assert refusal(ends(request, moved("https://["))) == ""
    assert refusal(ends(request, moved("https://["), departures=fails)) == "redirect-location-invalid"
    assert refusal(ends(request, moved("data:,x"), departures=fails)) == ""


def test_several_locations_that_are_not_followed_fail_where_they_are_not_read_at_all() -> None:
    fails: Departures = frozenset({Departure.LOCATIONS_MUST_AGREE})
    request = asks(redirect_mode=RedirectMode.MANUAL)
    several = says(302, [("Access-Control-Allow-Origin", "*"), ("Location", "/2"), ("Location", "/3")])
    assert refusal(ends(request, several)) == ""
    assert refusal(ends(request, several, departures=fails)) == "redirect-location-invalid"
    assert refusal(ends(request, moved("https://["), departures=fails)) == ""


def test_a_redirect_status_without_location_is_the_answer() -> None:
    outcome = ends(asks(), allows())
    bare = ends(asks(), says(302, {"Access-Control-Allow-Origin": "*"}))
    assert outcome.allowed
    assert bare.allowed
    assert bare.response is not None
    assert bare.response.status == 302


@pytest.mark.parametrize(
    ("departures", "requests", "expected"),
    [
        pytest.param(NO_DEPARTURES, 21, "redirect-too-many", id="followed to itself"),
        pytest.param(frozenset({Departure.EMPTY_LOCATION_NOT_FOLLOWED}), 1, "", id="taken as the answer"),
        pytest.param(frozenset({Departure.EMPTY_LOCATION_FAILS}), 1, "redirect-location-invalid", id="failed"),
    ],
)
def test_an_empty_location(departures: Departures, requests: int, expected: str) -> None:
    outcome = ends(asks(), moved(""), departures=departures)
    assert (len(outcome.exchanges), refusal(outcome)) == (requests, expected)


def test_two_locations() -> None:
    two = says(302, [("Access-Control-Allow-Origin", "*"), ("Location", "/2"), ("Location", "/3")])
    joins: Departures = frozenset({Departure.LOCATIONS_JOINED})
    assert refusal(ends(asks(), two, allows("*"))) == "redirect-location-invalid"
    joined = ends(asks(), two, allows("*"), departures=joins)
    assert joined.exchanges[-1].request.url.path == "/2,%20/3"


def test_a_bad_location_is_looked_at_before_the_check_in_one_engine() -> None:
    fails: Departures = frozenset({Departure.BAD_LOCATION_ALWAYS_FAILS})
    bare = says(302, {"Location": "https://["})
    assert refusal(ends(asks(), bare)) == "allow-origin-missing"
    assert refusal(ends(asks(), bare, departures=fails)) == "redirect-location-invalid"
    preflighted = asks(method="PUT")
    assert refusal(ends(preflighted, bare, departures=fails)) == "redirect-location-invalid"


def test_a_space_in_a_host_is_escaped_in_one_engine() -> None:
    escapes: Departures = frozenset({Departure.SPACE_IN_HOST_ESCAPED})
    request = asks(at="http://app.example")
    assert refusal(ends(request, moved("http://a b/x"))) == "redirect-location-invalid"
    outcome = ends(request, moved("http://a b/x"), allows("null"), departures=escapes)
    assert outcome.url == "http://a%20b/x"
    assert refusal(ends(request, moved("https://["), departures=escapes)) == "redirect-location-invalid"


def test_mode_error_is_about_a_location_in_one_engine() -> None:
    departures: Departures = frozenset({Departure.ERROR_MODE_NEEDS_LOCATION})
    request = asks(redirect_mode=RedirectMode.ERROR)
    bare = says(302, {"Access-Control-Allow-Origin": "*"})
    assert refusal(ends(request, bare)) == "redirect-mode-error"
    assert ends(request, bare, departures=departures).resolved
    assert refusal(ends(request, moved("/2"), departures=departures)) == "redirect-mode-error"


def test_a_tab_in_a_location() -> None:
    assert location_text("/a\tb", NO_DEPARTURES) == "/a\tb"
    assert location_text("/a\tb", frozenset({Departure.LOCATION_TABS_KEPT})) == "/a%09b"


def test_the_fragment_goes_along() -> None:
    outcome = run(asks(f"{API}#here"), chain(moved("/2")))
    assert outcome.exchanges[-1].request.url.fragment == "#here"
    assert outcome.url == "https://api.example.net/2"


@pytest.mark.parametrize(
    ("departures", "text"),
    [
        (NO_DEPARTURES, "/?\xe9"),
        (frozenset({Departure.LOCATION_BYTES_KEPT}), "/?%E9"),
        (frozenset({Departure.LOCATION_READ_AS_UTF8}), "/?\xef\xbf\xbd"),
    ],
)
def test_a_byte_that_is_not_ascii(departures: Departures, text: str) -> None:
    assert location_text("/?\xe9", departures) == text
