"""What the Request constructor throws, and the header list it makes."""

from __future__ import annotations

from typing import Any

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure
from cors_tui.standards.request import Body, Initiator, Mode
from cors_tui.standards.request_class import constructor_failure, request_body, request_headers
from tests.rows import each_row
from tests.standards.making import asks


@each_row(
    ("target", "more", "expected"),
    [
        pytest.param("https://a.example", {"method": "patch"}, "", id="a method in lower case is a method"),
        pytest.param("https://a.example", {"method": "POST", "body": Body("")}, "", id="an empty body on POST"),
        pytest.param("https://a.example", {"cache_mode": "only-if-cached", "mode": Mode.SAME_ORIGIN}, "", id="cached"),
        pytest.param("https://[", {}, "url-invalid", id="no URL"),
        pytest.param("https://u@a.example", {}, "url-has-credentials", id="user info"),
        pytest.param("https://a.example", {"method": "FOO BAR"}, "method-invalid", id="a space in the method"),
        pytest.param("https://a.example", {"method": ""}, "method-invalid", id="no method"),
        pytest.param("https://a.example", {"method": "tRaCe"}, "method-forbidden", id="a forbidden method"),
        pytest.param("https://a.example", {"method": "PUT", "mode": Mode.NO_CORS}, "no-cors-method", id="no-cors PUT"),
        pytest.param("https://a.example", {"cache_mode": "only-if-cached"}, "only-if-cached", id="cache mode"),
        pytest.param("https://a.example", {"sets": {"a b": "1"}}, "header-invalid", id="a header name"),
        pytest.param("https://a.example", {"sets": {"a": "1\n2"}}, "header-invalid", id="a header value"),
        pytest.param("https://a.example", {"body": Body("")}, "body-not-allowed", id="a body on GET"),
    ],
)
def test_what_throws(target: str, more: dict[str, Any], expected: str) -> None:
    failure = constructor_failure(asks(target, **more))
    assert (failure.refusal.value if failure else "") == expected
    assert failure is None or failure.step.algorithm == "new Request(input, init)"


def test_xmlhttprequest_drops_a_body_and_takes_user_info() -> None:
    xhr = asks("https://u:p@a.example", body=Body(""), initiator=Initiator.XHR)
    assert constructor_failure(xhr) is None
    assert request_body(xhr) is None
    assert "content-type" not in request_headers(xhr, NO_DEPARTURES)


@pytest.mark.parametrize(
    ("sets", "body", "content_type"),
    [
        pytest.param({}, None, None, id="no body, no type"),
        pytest.param({}, Body("x", None), None, id="a body that brings none"),
        pytest.param({}, Body("x"), "text/plain;charset=UTF-8", id="a string"),
        pytest.param({"content-TYPE": "a/b"}, Body("x"), "a/b", id="the author's wins"),
        pytest.param({"Content-Type": ""}, Body("x"), "", id="even an empty one"),
    ],
)
def test_a_body_brings_its_type(sets: dict[str, str], body: Body | None, content_type: str | None) -> None:
    request = asks(sets=sets, body=body, method="POST")
    assert request_headers(request, NO_DEPARTURES).get("content-type") == content_type


def test_in_no_cors_mode_an_unsafe_type_goes_but_in_one_engine() -> None:
    request = asks(body=Body("{}", "application/json"), method="POST", mode=Mode.NO_CORS)
    assert "content-type" not in request_headers(request, NO_DEPARTURES)
    assert "content-type" in request_headers(request, frozenset({Departure.BODY_TYPE_PASSES_NO_CORS}))


def test_engines_join_what_script_set_twice() -> None:
    request = asks(sets=[("Accept", "a"), ("accept", "b")])
    assert len(request_headers(request, NO_DEPARTURES)) == 2
    assert request_headers(request, frozenset({Departure.REPEATED_HEADERS_JOINED})).pairs == (("Accept", "a, b"),)


def test_one_engine_ignores_a_user_agent() -> None:
    request = asks(sets={"User-Agent": "x", "X": "1"})
    assert request_headers(request, frozenset({Departure.USER_AGENT_IGNORED})).pairs == (("X", "1"),)


@pytest.mark.parametrize(
    ("body", "sets", "expected"),
    [
        pytest.param(Body("x"), "text/plain; charset=latin1; a=b", "text/plain; charset=UTF-8; a=b", id="a string"),
        pytest.param(Body("x"), "text/plain; a=b", "text/plain; a=b", id="no charset"),
        pytest.param(Body("x", None), "text/plain; charset=latin1", "text/plain; charset=latin1", id="no string"),
    ],
)
def test_the_charset_of_xmlhttprequest_in_one_engine(body: Body, sets: str, expected: str) -> None:
    xhr = asks(method="POST", body=body, sets={"Content-Type": sets}, initiator=Initiator.XHR)
    rewrites = frozenset({Departure.XHR_CHARSET_REWRITTEN})
    assert request_headers(xhr, rewrites).get("content-type") == expected
    assert request_headers(xhr, NO_DEPARTURES).get("content-type") == sets
