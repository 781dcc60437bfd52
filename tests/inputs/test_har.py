"""HAR files: which of their entries are judged, and by which answers."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.har import HarCase, har_cases, is_har
from cors_tui.inputs.json_parts import CaseError
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from cors_tui.standards.verdict import Outcome, Refusal

API = "https://api.example/x"
FROM_APP = (("Origin", "https://app.example"), ("Sec-Fetch-Mode", "cors"))


def entry(
    method: str = "GET",
    url: str = API,
    headers: tuple[tuple[str, str], ...] = FROM_APP,
    status: int = 200,
    answered: tuple[tuple[str, str], ...] = (),
    **more: Any,
) -> dict[str, Any]:
    named = [[{"name": name, "value": value} for name, value in pairs] for pairs in (headers, answered)]
    return {
        "_resourceType": "fetch",
        "request": {"method": method, "url": url, "headers": named[0]},
        "response": {"status": status, "statusText": "", "headers": named[1]},
        **more,
    }


PREFLIGHT = entry("OPTIONS", headers=(*FROM_APP, ("Access-Control-Request-Method", "PUT")), _resourceType="preflight")


def har(*entries: object) -> bytes:
    return json.dumps({"log": {"version": "1.2", "pages": [{"id": "[1]"}], "entries": entries}}).encode()


def read(*entries: object) -> list[HarCase | CaseError]:
    return list(har_cases(b"", io.BytesIO(har(*entries))))


def only(*entries: object) -> HarCase:
    (case,) = read(*entries)
    assert isinstance(case, HarCase)
    return case


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param(b'{"log": {', True, id="a HAR"),
        pytest.param(b'\xef\xbb\xbf\n{\n  "log" :{', True, id="with a byte order mark and line breaks"),
        pytest.param(b'{"id": "log"}', False, id="a recorded case"),
        pytest.param(b"", False, id="nothing"),
        pytest.param(b'[{"log": 1}]', False, id="a list"),
    ],
)
def test_a_har_is_recognised_by_its_start(start: bytes, expected: bool) -> None:
    assert is_har(start) is expected


def test_a_cross_origin_request_is_a_case() -> None:
    case = only(entry(answered=(("Access-Control-Allow-Origin", "*"),)))
    assert (case.id, case.request.url_text, str(case.request.page.origin)) == ("har-1", API, "https://app.example")
    outcome = drive(fetch(case.request, NO_DEPARTURES), case.answer)
    assert isinstance(outcome, Outcome)
    assert outcome.allowed


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(entry(url="https://app.example/own"), id="same origin"),
        pytest.param(entry(headers=()), id="no page is named"),
        pytest.param(entry(_resourceType="document"), id="a navigation, by its type"),
        pytest.param(entry(headers=(*FROM_APP[:1], ("Sec-Fetch-Mode", "navigate"))), id="a navigation, by its mode"),
        pytest.param(entry(_resourceType="websocket"), id="a WebSocket"),
        pytest.param(PREFLIGHT, id="a preflight, which belongs to another"),
    ],
)
def test_what_is_no_cross_origin_request_is_passed_over(one: dict[str, Any]) -> None:
    assert read(one) == []


def test_the_referer_names_the_page_where_origin_does_not() -> None:
    case = only(entry(headers=(("Referer", "https://app.example/deep/page"),), _resourceType="image"))
    assert str(case.request.page.origin) == "https://app.example"
    assert (case.request.initiator, case.request.mode) == (Initiator.IMAGE, Mode.NO_CORS)


@pytest.mark.parametrize("order", [1, -1], ids=["preflight first", "preflight after, as Chromium saves it"])
def test_the_preflight_is_found_among_the_entries_near(order: int) -> None:
    case = only(*(PREFLIGHT, entry("PUT"))[::order])
    outcome = drive(fetch(case.request, NO_DEPARTURES), case.answer)
    assert isinstance(outcome, Outcome)
    assert outcome.failure
    assert outcome.failure.refusal is Refusal.ALLOW_ORIGIN_MISSING
    assert outcome.failure.in_preflight


def test_a_preflight_that_is_not_in_the_file_is_not_known() -> None:
    case = only(entry("PUT"))
    assert isinstance(drive(fetch(case.request, NO_DEPARTURES), case.answer), Pending)


def test_a_redirects_target_is_judged_with_the_request_that_led_there() -> None:
    allowed = ("Access-Control-Allow-Origin", "*")
    first = entry(status=302, answered=(allowed, ("Location", "/y")))
    case = only(first, entry(url="https://api.example/y", answered=(allowed,)))
    outcome = drive(fetch(case.request, NO_DEPARTURES), case.answer)
    assert isinstance(outcome, Outcome)
    assert (outcome.redirected, outcome.url) == (True, "https://api.example/y")


def test_the_browsers_own_headers_are_not_the_authors() -> None:
    sent = (*FROM_APP, (":authority", "api.example"), ("User-Agent", "x"), ("sec-ch-ua", "y"), ("X-Api-Key", "1"))
    assert list(only(entry(headers=sent)).request.headers) == [("X-Api-Key", "1")]


def test_cookies_tell_that_credentials_were_included() -> None:
    assert only(entry(headers=(*FROM_APP, ("Cookie", "a=1")))).request.credentials_mode is CredentialsMode.INCLUDE


def test_a_failure_below_http_is_taken_from_the_browsers_note() -> None:
    broken = entry(status=0)
    broken["response"]["_error"] = "net::ERR_CONNECTION_REFUSED"
    outcome = drive(fetch(only(broken).request, NO_DEPARTURES), only(broken).answer)
    assert isinstance(outcome, Outcome)
    assert outcome.failure
    assert outcome.failure.refusal is Refusal.NETWORK


def test_an_entry_that_cannot_be_read_is_said_and_the_rest_go_on() -> None:
    error, case = read({"request": 1}, entry())
    assert isinstance(error, CaseError)
    assert str(error).startswith("entry 1: ")
    assert isinstance(case, HarCase)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b'{"log": {}}', "no list of entries", id="no entries"),
        pytest.param(har(entry())[:-40], "ends in the middle", id="cut off"),
    ],
)
def test_a_file_that_is_not_whole_is_said(data: bytes, said: str) -> None:
    *_, last = har_cases(b"", io.BytesIO(data))
    assert isinstance(last, CaseError)
    assert said in str(last)


def test_ids_keep_the_order_of_the_file_through_any_chunking() -> None:
    data = har(*(entry(url=f"https://api.example/{number}", comment="x" * 3000) for number in range(300)))
    cases = list(har_cases(data[:4096], io.BytesIO(data[4096:])))
    assert [case.id for case in cases if isinstance(case, HarCase)] == [f"har-{number + 1}" for number in range(300)]


def test_one_huge_entry_is_read_once() -> None:
    """Its text is not decoded anew for every chunk of the file."""
    huge = entry(comment="x" * 5_000_000)
    assert isinstance(read(huge, entry())[0], HarCase)


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    list(har_cases(b'{"log":{"entries":[', io.BytesIO(data)))
