"""The request itself on the wire, and what stands in the way of its response."""

from __future__ import annotations

from typing import Any

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Mode, WireRequest
from cors_tui.standards.responding import sent_headers
from tests.standards.making import API, PAGE, allows, asks, ends, headers, refusal, says

RANGES: Departures = frozenset({Departure.RANGE_REWRITTEN})
LAX_IGNORED: Departures = frozenset({Departure.LAX_REFERRER_POLICIES_IGNORED})
UTF8: Departures = frozenset({Departure.HIGH_BYTES_SENT_AS_UTF8})

GZIP = {"Content-Encoding": "gzip"}


def actual(request: Any, departures: Departures = NO_DEPARTURES) -> WireRequest:
    return ends(request, allows("*"), departures=departures).exchanges[-1].request


@pytest.mark.parametrize(
    ("more", "origin"),
    [
        pytest.param({"target": f"{PAGE}/x"}, None, id="GET at home"),
        pytest.param({"target": API, "mode": Mode.NO_CORS}, None, id="GET in no-cors mode"),
        pytest.param({"target": f"{PAGE}/x", "method": "PUT"}, PAGE, id="PUT at home"),
        pytest.param({"target": API, "mode": Mode.NO_CORS, "method": "POST"}, PAGE, id="POST in no-cors mode"),
        pytest.param({"target": API, "referrer_policy": "no-referrer"}, PAGE, id="referrer policy is not asked"),
        pytest.param({"target": API, "at": "null"}, "null", id="an opaque origin"),
    ],
)
def test_when_origin_is_sent(more: dict[str, Any], origin: str | None) -> None:
    assert actual(asks(**more)).headers.get("origin") == origin


@pytest.mark.parametrize(
    ("target", "policy", "departures", "origin"),
    [
        pytest.param("http://localhost:8080/", "", NO_DEPARTURES, "null", id="https page to http"),
        pytest.param("http://localhost:8080/", "unsafe-url", NO_DEPARTURES, PAGE, id="unless the policy allows it"),
        pytest.param(
            "http://localhost:8080/", "", frozenset({Departure.REFERRER_POLICY_KEEPS_ORIGIN}), PAGE, id="Chromium"
        ),
        pytest.param(API, "no-referrer", frozenset({Departure.REFERRER_POLICY_KEEPS_ORIGIN}), PAGE, id="Chromium too"),
        pytest.param("http://localhost:8080/", "unsafe-url", LAX_IGNORED, "null", id="Firefox, lax across sites"),
        pytest.param(API, "no-referrer", NO_DEPARTURES, "null", id="no-referrer"),
        pytest.param(API, "same-origin", NO_DEPARTURES, "null", id="same-origin, elsewhere"),
        pytest.param(f"{PAGE}/x", "same-origin", NO_DEPARTURES, PAGE, id="same-origin, at home"),
    ],
)
def test_no_cors_hides_the_origin_by_referrer_policy(
    target: str, policy: str, departures: Departures, origin: str
) -> None:
    request = asks(target, method="POST", mode=Mode.NO_CORS, referrer_policy=policy)
    assert actual(request, departures).headers.get("origin") == origin


@pytest.mark.parametrize(
    ("pairs", "method", "departures", "value"),
    [
        pytest.param([("Range", "Bytes = 0 - 5")], "GET", NO_DEPARTURES, "Bytes = 0 - 5", id="as written"),
        pytest.param([("Range", "Bytes=0-5")], "PUT", RANGES, "Bytes=0-5", id="not on PUT"),
        pytest.param(
            [("Range", "Bytes=0-5"), ("If-Match", "a")], "GET", RANGES, "Bytes=0-5", id="not with a condition"
        ),
        pytest.param([("Range", "bytes=0-1,3-4")], "GET", RANGES, "bytes=0-1,3-4", id="not of several"),
        pytest.param([("Range", "Bytes = 0 - 5")], "GET", RANGES, "bytes=0-5", id="rewritten"),
    ],
)
def test_range(pairs: list[tuple[str, str]], method: str, departures: Departures, value: str) -> None:
    assert sent_headers(HeaderList(tuple(pairs)), method, departures).get("range") == value


def test_high_bytes() -> None:
    given = headers({"X": "\xe9"})
    assert sent_headers(given, "GET", NO_DEPARTURES) == given
    assert sent_headers(given, "GET", UTF8).get("x") == "\xc3\xa9"


def test_a_407_of_the_server_fails_in_one_engine() -> None:
    answer = says(407, allows().headers.pairs)
    assert refusal(ends(asks(), answer)) == ""
    assert refusal(ends(asks(), answer, departures=frozenset({Departure.PROXY_AUTH_FAILS}))) == "response-invalid"


def test_a_407_fails_there_before_it_is_checked_and_in_a_preflight() -> None:
    departures: Departures = frozenset({Departure.PROXY_AUTH_FAILS})
    assert refusal(ends(asks(), says(407), departures=departures)) == "response-invalid"
    assert refusal(ends(asks(method="PUT"), says(407), departures=departures)) == "response-invalid"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param({"body": "o", "body_complete": False}, "network", id="cut off"),
        pytest.param({"given": GZIP, "body": "no gzip", "body_decoded": False}, "response-invalid", id="not decodable"),
        pytest.param({"given": GZIP, "body": "\x1f\x8b...", "body_decoded": False}, "", id="decodable"),
    ],
)
def test_xmlhttprequest_waits_for_the_whole_body_and_fetch_does_not(answer: dict[str, Any], expected: str) -> None:
    response = says(200, [*allows().headers.pairs, *answer.pop("given", {}).items()], **answer)
    assert refusal(ends(asks(), response)) == ""
    assert refusal(ends(asks(initiator=Initiator.XHR), response)) == expected


def test_an_opaque_body_cut_off_fails_in_one_engine() -> None:
    answer = says(200, body="o", body_complete=False)
    departures: Departures = frozenset({Departure.OPAQUE_BODY_MUST_END})
    assert refusal(ends(asks(mode=Mode.NO_CORS), answer)) == ""
    assert refusal(ends(asks(mode=Mode.NO_CORS), answer, departures=departures)) == "network"
    assert refusal(ends(asks(), says(200, allows().headers.pairs, body_complete=False), departures=departures)) == ""


@pytest.mark.parametrize(("status", "expected"), [(401, "network"), (403, "")])
def test_a_401_whose_body_is_cut_off_fails_in_one_engine(status: int, expected: str) -> None:
    answer = says(status, allows().headers.pairs, body="o", body_complete=False)
    departures: Departures = frozenset({Departure.UNAUTHORIZED_BODY_MUST_END})
    assert refusal(ends(asks(), answer)) == ""
    assert refusal(ends(asks(), answer, departures=departures)) == expected


@pytest.mark.parametrize(
    ("more", "origin"),
    [
        pytest.param({"initiator": Initiator.IMAGE}, PAGE, id="an image with crossorigin"),
        pytest.param({"initiator": Initiator.IMAGE, "mode": Mode.NO_CORS}, None, id="an image without"),
        pytest.param({"initiator": Initiator.EVENT_SOURCE}, None, id="an event stream"),
        pytest.param({}, None, id="fetch"),
    ],
)
def test_elements_name_the_page_at_home_in_one_engine(more: dict[str, Any], origin: str | None) -> None:
    request = asks(f"{PAGE}/x", **more)
    departures: Departures = frozenset({Departure.ELEMENTS_SEND_ORIGIN_AT_HOME})
    assert actual(request, departures).headers.get("origin") == origin
    assert actual(request).headers.get("origin") is None


def test_one_network_looks_at_where_a_redirect_led() -> None:
    """Home again by way of another origin, an opaque response is not opaque to Chromium's network."""
    request = asks(mode=Mode.NO_CORS, initiator=Initiator.SCRIPT)
    home, away = says(302, {"Location": f"{PAGE}/x"}), says(302, {"Location": "/x"})
    html = says(200, {"Content-Type": "text/html"}, body="<p>")
    for departure, first, expected in (
        (Departure.OPAQUE_SNIFFED, home, ""),
        (Departure.OPAQUE_SNIFFED, away, "opaque-response-blocked"),
        (Departure.OPAQUE_VALIDATED, home, "opaque-response-blocked"),
    ):
        assert refusal(ends(request, first, html, departures=frozenset({departure}))) == expected


@pytest.mark.parametrize("initiator", [Initiator.IMPORT, Initiator.MODULE])
def test_of_two_engines_that_name_home_one_does_not_in_import(initiator: Initiator) -> None:
    both = frozenset({Departure.ELEMENTS_SEND_ORIGIN_AT_HOME, Departure.IMPORTS_SEND_ORIGIN_AT_HOME})
    for departures, expected in (
        (both, True),
        (both - {Departure.IMPORTS_SEND_ORIGIN_AT_HOME}, initiator is not Initiator.IMPORT),
    ):
        (exchange,) = ends(asks(f"{PAGE}/x", initiator=initiator), says(), departures=departures).exchanges
        assert ("origin" in exchange.request.headers) is expected
