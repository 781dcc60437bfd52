"""Recorded cases, read and played."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.browsers.browser import known_browsers
from cors_tui.inputs.cases import CaseError, play, read_case
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.request import AddressSpace, CredentialsMode, Initiator
from tests.rows import each_row
from tests.truth.agreement import cases

PLAIN: dict[str, Any] = {
    "id": "c1",
    "page_origin": "https://app.example.test",
    "request": {"method": "PUT", "url": "https://api.example.test/case/c1", "headers": [["X-Key", "1"]]},
    "server": {
        "preflight": {"status": 204, "headers": [["Access-Control-Allow-Origin", "*"]]},
        "actual": {"status": 200, "headers": []},
    },
}


def changed(where: str, value: object) -> str:
    """PLAIN with one part changed, as a line; ``where`` is a dotted path."""
    case = json.loads(json.dumps(PLAIN))
    *folders, last = where.split(".")
    part = case
    for folder in folders:
        part = part[folder]
    part[last] = value
    return json.dumps(case)


def test_a_case_becomes_a_request() -> None:
    case = read_case(json.dumps(PLAIN))
    request = case.request
    assert (case.id, str(request.page.origin), request.method) == ("c1", "https://app.example.test", "PUT")
    assert request.headers.pairs == (("X-Key", "1"),)
    assert request.page.url is not None
    assert request.page.url.href == "https://app.example.test/"
    assert (request.credentials_mode, request.body, case.repeat) == (CredentialsMode.SAME_ORIGIN, None, 1)


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        (None, "text/plain;charset=UTF-8"),
        ("urlsearchparams", "application/x-www-form-urlencoded;charset=UTF-8"),
        ("blob:TEXT/xml", "text/xml"),
        ("blob:text/\xe9", None),
        ("blob:", None),
    ],
)
def test_bodies_bring_their_type(kind: str | None, content_type: str | None) -> None:
    request = {**PLAIN["request"], "body": "x", **({"body_type": kind} if kind else {})}
    body = read_case(changed("request", request)).request.body
    assert body is not None
    assert body.content_type == content_type


def test_form_data_has_a_boundary() -> None:
    body = read_case(changed("request", {**PLAIN["request"], "body": "x", "body_type": "formdata"})).request.body
    assert body is not None
    assert (body.content_type or "").startswith("multipart/form-data; boundary=")


@pytest.mark.parametrize(
    ("api", "mode", "written", "meant"),
    [
        ("fetch", "no-cors", "omit", "omit"),
        ("img", "cors", "same-origin", "same-origin"),
        ("import", "cors", "include", "same-origin"),
        ("script", "no-cors", "same-origin", "include"),
        ("xhr", "cors", "omit", "same-origin"),
        ("font", "cors", "include", "same-origin"),
        ("css", "no-cors", "same-origin", "include"),
        ("eventsource", "cors", "include", "include"),
    ],
)
def test_what_credentials_an_api_really_uses(api: str, mode: str, written: str, meant: str) -> None:
    asked = {**PLAIN["request"], "api": api, "mode": mode, "credentials": written}
    request = read_case(changed("request", asked)).request
    assert (request.initiator, request.credentials_mode.value) == (Initiator(api), meant)


def test_a_page_of_origin_null_is_sandboxed() -> None:
    page = read_case(changed("page_origin", "null")).request.page
    assert page.origin.is_opaque
    assert page.url is not None
    assert page.url.scheme == "http"


def test_one_host_stands_for_the_public_network() -> None:
    assert read_case(changed("page_origin", "http://public.test")).request.page.address_space is AddressSpace.PUBLIC
    assert read_case(json.dumps(PLAIN)).request.page.address_space is AddressSpace.LOOPBACK


def test_a_case_may_say_where_names_lead() -> None:
    spaces = {"app.example.test": "local", "api.example.test": "public"}
    request = read_case(changed("address_spaces", spaces)).request
    assert request.page.address_space is AddressSpace.LOCAL
    assert dict(request.address_spaces)["api.example.test"] is AddressSpace.PUBLIC


@pytest.mark.parametrize(("page", "space"), [("http://192.168.1.4:3000", "local"), ("https://8.8.8.3", "public")])
def test_an_address_speaks_for_itself(page: str, space: str) -> None:
    assert read_case(changed("page_origin", page)).request.page.address_space.value == space


@each_row(
    ("line", "says"),
    [
        pytest.param("", "not JSON", id="nothing"),
        pytest.param("[" * 100_000, "nested too deeply", id="nested without end"),
        pytest.param("5", "the case is not an object", id="a number"),
        pytest.param(changed("address_spaces", ["a"]), "address_spaces is not an object", id="spaces in a list"),
        pytest.param(
            changed("address_spaces", {"a": "near"}), "address_spaces.a is not one of loopback", id="no space"
        ),
        pytest.param(changed("page_origin", 5), "page_origin is not a string", id="no origin"),
        pytest.param(changed("page_origin", "app.example"), "page_origin is no http(s) origin", id="no scheme"),
        pytest.param(changed("page_origin", "file:///x"), "page_origin is no http(s) origin", id="a file"),
        pytest.param(changed("request", None), "request is not an object", id="no request"),
        pytest.param(changed("request.url", None), "request.url is not a string", id="no URL"),
        pytest.param(changed("request.mode", "navigate"), "request.mode is not one of cors", id="another mode"),
        pytest.param(changed("request.mode", ["cors"]), "request.mode is not one of cors", id="a list"),
        pytest.param(changed("request.headers", [["a"]]), "request.headers holds something", id="no pair"),
        pytest.param(changed("request.repeat", 0), "request.repeat is not a whole number", id="never"),
        pytest.param(
            changed("request.upload_listener", 1), "request.upload_listener is neither", id="a number for true"
        ),
        pytest.param(changed("server.actual.status", 99), "server.actual.status is not a whole", id="a status"),
        pytest.param(changed("server.actual.raw", "\u20ac"), "server.actual.raw holds a character", id="no byte"),
        pytest.param(changed("server.actual.headers", [["a", "\u20ac"]]), "server.actual.headers holds a", id="a euro"),
        pytest.param(changed("tags", 5), "tags is not a list", id="tags"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(line: str, says: str) -> None:
    with pytest.raises(CaseError, match="^" + says.replace("(", r"\(").replace(")", r"\)")) as caught:
        read_case(line)
    assert "\n" not in str(caught.value)


def test_a_faulty_url_is_a_case_all_the_same() -> None:
    """The browser is asked for it, too."""
    case = read_case(changed("request.url", "https://["))
    outcome = play(case, NO_DEPARTURES)
    assert outcome.failure is not None
    assert outcome.failure.refusal.value == "url-invalid"


def test_a_page_that_asks_twice_shows_the_requests_of_both() -> None:
    line = cases()["h-cache-age-none"]
    outcome = play(read_case(line), known_browsers()["chromium"].departures)
    assert [each.request.method for each in outcome.exchanges] == ["OPTIONS", "PUT", "PUT"]


def test_a_page_whose_request_failed_does_not_ask_again() -> None:
    line = cases()["h-cache-age-404"]
    outcome = play(read_case(line), known_browsers()["chromium"].departures)
    assert [each.request.method for each in outcome.exchanges] == ["OPTIONS"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
PARTS = ["page_origin", "page", "request", "server", "tags", "id", "request.url", "request.headers", "request.body"]
MORE = ["server.actual.headers", "server.actual.redirects", "server.preflights", "server.actual.raw", "request.api"]


@given(st.sampled_from([*PARTS, *MORE]), JSON)
def test_any_value_anywhere_is_read_or_refused(where: str, value: object) -> None:
    try:
        case = read_case(changed(where, value))
    except CaseError:
        return
    play(case, NO_DEPARTURES)
