"""What one engine makes of redirects: it looks at much of what leads elsewhere after the next preflight."""

from __future__ import annotations

from typing import Any

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.request import Body, CredentialsMode, Initiator, Mode, RedirectMode, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Outcome
from tests.standards.making import API, PAGE, allows, asks, page, preflights, refusal, run, says
from tests.standards.redirecting import chain, moved

THIRD = "https://third.example/"
LATE = frozenset({Departure.MIXED_CONTENT_LATE})
OUTLIVE = frozenset({Departure.CREDENTIALS_OUTLIVE_REDIRECT})


def wires(outcome: Outcome) -> list[WireRequest]:
    return [each.request for each in outcome.exchanges]


def refuses_preflights(*hops: Response) -> Any:
    """`chain`, but no preflight after the first hop is allowed."""
    server = chain(*hops)

    def answer(wire: WireRequest) -> Response:
        later = wire.hop > 0 and "access-control-request-method" in wire.headers
        return says(404) if later else server(wire)

    return answer


@pytest.mark.parametrize(
    ("method", "target", "departures", "becomes"),
    [
        ("DELETE", "/2", {Departure.CROSS_ORIGIN_DELETE_BECOMES_GET}, "DELETE"),
        ("PUT", THIRD, {Departure.CROSS_ORIGIN_DELETE_BECOMES_GET}, "PUT"),
        ("DELETE", THIRD, NO_DEPARTURES, "DELETE"),
        ("DELETE", THIRD, {Departure.CROSS_ORIGIN_DELETE_BECOMES_GET}, "GET"),
    ],
)
def test_a_delete_to_another_origin(method: str, target: str, departures: Departures, becomes: str) -> None:
    outcome = run(asks(method=method), chain(moved(target, 307)), frozenset(departures))
    assert [wire.method for wire in wires(outcome)][-1] == becomes
    assert refusal(outcome) == ""


@pytest.mark.parametrize(
    ("target", "departures", "origin"),
    [
        ("/2", NO_DEPARTURES, None),
        (THIRD, {Departure.ORIGIN_OUTLIVES_METHOD}, None),
        ("/2", {Departure.ORIGIN_OUTLIVES_METHOD}, PAGE),
    ],
)
def test_the_origin_of_a_post_that_became_get(target: str, departures: Departures, origin: str | None) -> None:
    outcome = run(asks(method="POST", mode=Mode.NO_CORS), chain(moved(target, 303)), frozenset(departures))
    assert wires(outcome)[-1].headers.get("origin") == origin


@pytest.mark.parametrize(
    ("location", "departures", "expected"),
    [
        ("/2", {Departure.ERROR_MODE_NEEDS_LOCATION}, "redirect-mode-error"),
        (None, NO_DEPARTURES, "redirect-mode-error"),
        (None, {Departure.ERROR_MODE_NEEDS_LOCATION}, ""),
        ("", {Departure.ERROR_MODE_NEEDS_LOCATION, Departure.EMPTY_LOCATION_FAILS}, ""),
    ],
)
def test_redirect_mode_error_without_a_location(location: str | None, departures: Departures, expected: str) -> None:
    answer = allows() if location is None else moved(location)
    redirecting = Response(302, answer.headers)
    request = asks(redirect_mode=RedirectMode.ERROR)
    assert refusal(run(request, lambda _: redirecting, frozenset(departures))) == expected


def test_equal_locations_are_joined_too() -> None:
    twice = says(302, [("Access-Control-Allow-Origin", "*"), ("Location", "/2"), ("Location", "/2")])
    targets = [wire.url.target for wire in wires(run(asks(), chain(twice), frozenset({Departure.LOCATIONS_JOINED})))]
    assert targets[-1] == "/2,%20/2"
    assert wires(run(asks(), chain(twice)))[-1].url.target == "/2"


@pytest.mark.parametrize(
    ("method", "departures", "asked"),
    [("PUT", NO_DEPARTURES, 1), ("GET", LATE, 0), ("PUT", LATE, 2)],
)
def test_mixed_content_after_the_preflight_of_a_redirect(method: str, departures: Departures, asked: int) -> None:
    outcome = run(asks(method=method), chain(moved("http://plain.example/", 307)), departures)
    assert refusal(outcome) == "mixed-content"
    assert len(preflights(outcome)) == asked


def test_the_preflight_that_fails_is_the_failure() -> None:
    outcome = run(asks(method="PUT"), refuses_preflights(moved("http://plain.example/", 307)), LATE)
    assert refusal(outcome) == "allow-origin-missing"
    assert outcome.failure is not None
    assert outcome.failure.url == "http://plain.example/"


CLOSED = page(headers=says(200, {"Content-Security-Policy": "connect-src 'none'"}).headers)


@pytest.mark.parametrize(
    ("target", "more", "by_the_standard", "late"),
    [
        ("http://b.example/", {}, "mixed-content", "mixed-content"),
        ("http://b.example:25/", {}, "mixed-content", "mixed-content"),
        ("https://b.example:25/", {}, "bad-port", "bad-port"),
        ("http://b.example/", {"at": CLOSED}, "mixed-content", "csp-connect-src"),
        ("http://b.example/", {"mode": Mode.SAME_ORIGIN}, "mixed-content", "same-origin-mode"),
    ],
)
def test_which_of_several_reasons_not_to_send(
    target: str, more: dict[str, Any], by_the_standard: str, late: str
) -> None:
    request = asks(target, **more)
    assert refusal(run(request, lambda _: allows())) == by_the_standard
    assert refusal(run(request, lambda _: allows(), LATE)) == late


@pytest.mark.parametrize(
    ("method", "server", "expected", "hop"),
    [
        pytest.param("GET", chain, "allow-credentials", 1, id="no preflight stands between"),
        pytest.param("PUT", chain, "allow-credentials", 1, id="after the preflight"),
        pytest.param("PUT", refuses_preflights, "allow-origin-missing", 1, id="which may fail first"),
    ],
)
def test_credentials_that_outlive_the_pages_origin(method: str, server: Any, expected: str, hop: int) -> None:
    hops = (moved(API, 307), moved(THIRD, 307, origin=PAGE))
    request = asks(PAGE + "/", method=method, credentials_mode=CredentialsMode.SAME_ORIGIN)
    outcome = run(request, server(*hops), OUTLIVE)
    assert refusal(outcome) == expected
    assert outcome.failure is not None
    assert outcome.failure.request is not None
    assert outcome.failure.request.hop == hop


def test_it_says_nothing_of_the_redirect_that_was_never_preflighted() -> None:
    hops = (moved(API, 307), moved(THIRD, 307, origin=PAGE))
    request = asks(PAGE + "/", credentials_mode=CredentialsMode.SAME_ORIGIN)
    assert refusal(run(request, chain(*hops))) == ""


@pytest.mark.parametrize(
    ("keepalive", "departures", "hops", "ends_as"),
    [
        pytest.param(True, {Departure.KEEPALIVE_FOLLOWS_ONE_LESS}, 19, "", id="nineteen are followed"),
        pytest.param(False, {Departure.KEEPALIVE_FOLLOWS_ONE_LESS}, 20, "", id="twenty of a request without it"),
        pytest.param(True, NO_DEPARTURES, 20, "", id="twenty by the standard"),
        pytest.param(True, {Departure.KEEPALIVE_FOLLOWS_ONE_LESS}, 20, "redirect-too-many", id="not twenty"),
    ],
)
def test_a_request_that_outlives_its_page(keepalive: bool, departures: Departures, hops: int, ends_as: str) -> None:
    led = chain(*(moved(f"/{hop + 1}", 307) for hop in range(hops)))
    assert refusal(run(asks(keepalive=keepalive), led, frozenset(departures))) == ends_as


@pytest.mark.parametrize(
    ("at", "sets", "initiator", "named"),
    [
        pytest.param(API, {"X-Key": "1"}, Initiator.XHR, ["content-type,x-key", "x-key", "x-key"], id="never again"),
        pytest.param(PAGE, {}, Initiator.XHR, [], id="none to name, from the page's own origin"),
        pytest.param(API, {}, Initiator.FETCH, ["content-type", "", "content-type"], id="fetch names it one hop late"),
        pytest.param(API, {}, Initiator.XHR, ["content-type"] * 3, id="every time"),
    ],
)
def test_the_type_of_a_body_that_a_redirect_dropped(
    at: str, sets: dict[str, str], initiator: Initiator, named: list[str]
) -> None:
    departures = {
        Departure.XHR_BODY_TYPE_OUTLIVES_REDIRECT,
        Departure.PREFLIGHTS_NAME_HEADERS_DROPPED_EARLIER,
        Departure.PREFLIGHTS_FOR_DROPPED_HEADERS,
    }
    request = asks(at, method="POST", sets=sets, initiator=initiator, body=Body("{}", "application/json"))
    outcome = run(request, chain(moved(API if at == PAGE else "/2", 302), moved("/3", 302)), frozenset(departures))
    asked = [wire.headers.get("access-control-request-headers") or "" for wire in wires(outcome) if "preflight" in
             wire.role.value]  # fmt: skip
    assert asked == named


@pytest.mark.parametrize(
    ("at", "departures", "sent"),
    [
        pytest.param(API, {Departure.REDIRECT_CREDENTIALS_LATE}, ["OPTIONS", "PUT"], id="not of a CORS response"),
        pytest.param(PAGE, NO_DEPARTURES, ["PUT"], id="not by the standard"),
        pytest.param(PAGE, {Departure.REDIRECT_CREDENTIALS_LATE}, ["PUT", "OPTIONS"], id="after the next preflight"),
    ],
)
def test_credentials_in_a_location_are_looked_at(at: str, departures: Departures, sent: list[str]) -> None:
    outcome = run(asks(at, method="PUT"), chain(moved("https://u:p@third.example/", 307)), frozenset(departures))
    assert [wire.method for wire in wires(outcome)] == sent
    assert refusal(outcome) == "redirect-has-credentials"
