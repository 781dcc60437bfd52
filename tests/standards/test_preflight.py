"""The preflight: when it is sent, what it asks, how its answer is judged."""

from __future__ import annotations

from typing import Any

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.request import Body, CredentialsMode, Initiator
from tests.rows import each_row
from tests.standards.making import PAGE, allows, asks, ends, preflights, refusal, says, sent

INCLUDE = CredentialsMode.INCLUDE
KEY = {"X-Key": "1"}


@pytest.mark.parametrize(
    ("more", "is_sent"),
    [
        pytest.param({"method": "HEAD"}, False, id="a safelisted method"),
        pytest.param({"method": "post", "body": Body("x")}, False, id="a string body"),
        pytest.param({"sets": {"Cookie": "a", "Sec-Own": "1"}}, False, id="forbidden headers do not count"),
        pytest.param({"at": "https://api.example.net", "method": "PUT", "sets": KEY}, False, id="same origin"),
        pytest.param({"method": "POST", "body": Body("{}", "application/json")}, True, id="a json blob"),
        pytest.param({"method": "QUERY"}, True, id="a method"),
        pytest.param({"sets": KEY}, True, id="a header"),
        pytest.param({"upload_listener": True, "initiator": Initiator.XHR}, True, id="an upload listener"),
    ],
)
def test_when(more: dict[str, Any], is_sent: bool) -> None:
    answer = allows(more.get("at", PAGE), Allow_Methods="*", Allow_Headers="*")
    assert bool(preflights(ends(asks(**more), answer))) is is_sent


@pytest.mark.parametrize(("body", "is_sent"), [(None, False), (Body(""), True)])
def test_an_upload_listener_without_a_body_is_none_in_one_engine(body: Body | None, is_sent: bool) -> None:
    departures: Departures = frozenset({Departure.UPLOAD_LISTENER_NEEDS_BODY})
    request = asks(method="POST", body=body, upload_listener=True, initiator=Initiator.XHR)
    assert preflights(ends(request, allows()))
    assert bool(preflights(ends(request, allows(), departures=departures))) is is_sent


def test_what_is_asked() -> None:
    request = asks(method="patch", sets=[("X-b", "1"), ("Accept", "("), ("x-B", "2"), ("X-a", "3")])
    (preflight,) = preflights(ends(request, says(204)))
    assert preflight.method == "OPTIONS"
    assert preflight.headers.pairs == (
        ("Accept", "*/*"),
        ("Origin", PAGE),
        ("Access-Control-Request-Method", "patch"),
        ("Access-Control-Request-Headers", "accept,x-a,x-b"),
    )


def test_without_unsafe_headers_none_are_asked_for() -> None:
    (preflight,) = preflights(ends(asks(method="PUT"), says(204)))
    assert "access-control-request-headers" not in preflight.headers


@each_row(
    ("more", "answered", "expected"),
    [
        pytest.param({}, {"Allow_Headers": "X-KEY"}, "", id="names in any case"),
        pytest.param({}, {"Allow_Headers": "*"}, "", id="the star"),
        pytest.param(
            {"method": "POST"}, {"Allow_Headers": "x-key", "Allow_Methods": "PUT"}, "", id="POST needs no list"
        ),
        pytest.param(
            {"method": "PUT"}, {"Allow_Headers": "x-key", "Allow_Methods": "*"}, "", id="the star for methods"
        ),
        pytest.param({}, {}, "header-not-allowed", id="no list"),
        pytest.param({}, {"Allow_Headers": ""}, "header-not-allowed", id="an empty list"),
        pytest.param({}, {"Allow_Headers": "x-ke"}, "header-not-allowed", id="another name"),
        pytest.param(
            {}, {"Allow_Headers": "x-key", "Allow_Methods": "GET; PUT"}, "allow-methods-invalid", id="for a GET"
        ),
        pytest.param({"method": "PUT", "sets": {}}, {"Allow_Headers": "a b"}, "allow-headers-invalid", id="unneeded"),
        pytest.param(
            {"method": "put"}, {"Allow_Headers": "x-key", "Allow_Methods": "put"}, "method-not-allowed", id="put"
        ),
        pytest.param(
            {"method": "patch"}, {"Allow_Headers": "*", "Allow_Methods": "PATCH"}, "method-not-allowed", id="case"
        ),
        pytest.param({"credentials_mode": INCLUDE}, {"Allow_Headers": "x-key"}, "allow-credentials", id="credentials"),
        pytest.param(
            {"credentials_mode": INCLUDE},
            {"Allow_Headers": "*", "Allow_Credentials": "true"},
            "header-not-allowed",
            id="the star is a name with credentials",
        ),
        pytest.param(
            {"sets": {"Authorization": "t"}}, {"Allow_Headers": "*"}, "header-not-allowed", id="Authorization"
        ),
    ],
)
def test_judging(more: dict[str, Any], answered: dict[str, str], expected: str) -> None:
    outcome = ends(asks(**{"sets": KEY, **more}), allows(**answered))
    assert refusal(outcome) == expected
    assert len(outcome.exchanges) == (1 if expected else 2)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (199, "preflight-status"),
        (300, "preflight-status"),
        (304, "preflight-status"),
        (401, "preflight-status"),
        (404, "preflight-status"),
        (200, ""),
        (204, ""),
        (299, ""),
    ],
)
def test_status(status: int, expected: str) -> None:
    answer = says(status, allows(Allow_Headers="*").headers.pairs)
    assert refusal(ends(asks(sets=KEY), answer, allows())) == expected


@pytest.mark.parametrize(
    ("status", "place", "expected"),
    [
        pytest.param(301, None, "preflight-status", id="301 without Location is a status like others"),
        pytest.param(308, None, "preflight-status", id="308 without Location"),
        pytest.param(300, "/2", "preflight-status", id="300 is no redirect status"),
        pytest.param(301, "/2", "preflight-redirect", id="301"),
        pytest.param(308, "", "preflight-redirect", id="308 with an empty Location"),
    ],
)
def test_a_redirect_leads_somewhere(status: int, place: str | None, expected: str) -> None:
    pairs = allows(Allow_Headers="*").headers.pairs
    answer = says(status, pairs if place is None else (*pairs, ("Location", place)))
    assert refusal(ends(asks(sets=KEY), answer, allows())) == expected


@pytest.mark.parametrize(
    ("status", "departures", "expected"),
    [
        pytest.param(404, NO_DEPARTURES, "allow-origin-missing", id="the check comes first"),
        pytest.param(301, NO_DEPARTURES, "allow-origin-missing", id="for redirects too"),
        pytest.param(404, frozenset({Departure.REDIRECT_BEFORE_CHECK}), "allow-origin-missing", id="Chromium: 404"),
        pytest.param(301, frozenset({Departure.REDIRECT_BEFORE_CHECK}), "preflight-redirect", id="Chromium: 301"),
        pytest.param(404, frozenset({Departure.STATUS_BEFORE_CHECK}), "preflight-status", id="WebKit: 404"),
        pytest.param(
            204, frozenset({Departure.STATUS_BEFORE_CHECK}), "allow-origin-missing", id="WebKit: an ok status"
        ),
    ],
)
def test_the_order_of_status_and_check(status: int, departures: Departures, expected: str) -> None:
    assert refusal(ends(asks(sets=KEY), says(status, {"Location": "/2"}), departures=departures)) == expected


def test_engines_let_the_star_cover_authorization_and_it_is_noted() -> None:
    departures = frozenset({Departure.WILDCARD_COVERS_AUTHORIZATION})
    request = asks(sets={"Authorization": "t"})
    outcome = ends(request, allows(Allow_Headers="*"), departures=departures)
    assert outcome.allowed
    assert outcome.warnings == (("wildcard-covers-authorization", request.url_text),)
    named = ends(request, allows(Allow_Headers="*, authorization"), departures=departures)
    assert named.warnings == ()


def test_a_failure_shows_what_was_asked_and_what_came() -> None:
    failure = ends(asks(sets=KEY), allows(Allow_Headers="a, b c")).failure
    assert failure is not None
    assert failure.in_preflight
    assert (failure.header, failure.got, failure.about) == ("access-control-allow-headers", "a, b c", "b c")
    assert (failure.status, failure.request_origin) == (200, PAGE)


def test_a_body_cut_off_fails_in_one_engine() -> None:
    answer = says(200, allows(Allow_Headers="*").headers.pairs, body="o", body_complete=False)
    departures = frozenset({Departure.PREFLIGHT_BODY_MUST_END})
    assert refusal(ends(asks(sets=KEY), answer)) == ""
    assert refusal(ends(asks(sets=KEY), answer, departures=departures)) == "network"


def test_the_actual_response_needs_its_own_permission() -> None:
    outcome = ends(asks(sets=KEY), allows(Allow_Headers="*"), says(200))
    assert (refusal(outcome), sent(outcome)) == ("allow-origin-missing", ["OPTIONS", "GET"])
