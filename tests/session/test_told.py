"""The cases of a pasted text, and what becomes of them when a person corrects what was understood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Call
from cors_tui.inputs.reader import UNKNOWN, known_readers
from cors_tui.inputs.reading import read_input
from cors_tui.session.told import KINDS, corrected, read_as, step_of, told

MISSING = (
    "Access to fetch at 'https://a.example/x' from origin 'https://app.example' has been blocked by CORS policy: "
    "No 'Access-Control-Allow-Origin' header is present on the requested resource."
)
TWO = (
    "GET https://b.example/ net::ERR_NAME_NOT_RESOLVED\n"
    "Access to fetch at 'https://a.example/x' from origin 'https://app.example' has been blocked by CORS policy: "
    "Request header field x-mine is not allowed by Access-Control-Allow-Headers in preflight response."
)
CREDENTIALS = MISSING.replace(
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the "
    "request's credentials mode is 'include'.",
)


def test_each_failure_is_a_case_worst_first() -> None:
    """What the network says comes behind what CORS says."""
    cases = told(TWO, read_input(TWO))
    assert [one.reading and one.reading.refusal and one.reading.refusal.value for one in cases] == [
        "header-not-allowed",
        "network",
    ]
    assert [one.call and one.call.url for one in cases] == ["https://a.example/x", "https://b.example/"]


def test_words_without_a_request_still_hint() -> None:
    """And nonsense does not."""
    (one,) = told(words := "CORS preflight OPTIONS request returns 401 Unauthorized", read_input(words))
    assert one.call is None
    assert one.found[0].cause == "auth-before-cors"
    assert told("hello", read_input("hello")) == ()


def test_every_kind_has_words_for_people() -> None:
    """And every reader is found under one."""
    assert {reader.kind for reader in known_readers().values()} - {"powershell"} == KINDS.keys()
    invoked = "Invoke-WebRequest -Uri 'https://a.example/x' -Method PUT"
    assert read_as(invoked, "curl").calls[0].method == "PUT"


AS = [
    ("code that quotes a curl command", "curl https://a.example/x", "url", UNKNOWN),
    ("a curl command as what it is", "curl https://a.example/x", "curl", "curl"),
    ("a kind that nobody knows is recognised as usual", "https://a.example/x", "novel", "url"),
    ("nonsense as a HAR", "hello", "har", UNKNOWN),
]


@pytest.mark.parametrize(("what", "text", "kind", "found"), AS, ids=[row[0] for row in AS])
def test_a_person_may_say_what_it_is(what: str, text: str, kind: str, found: str) -> None:
    """The reader of that kind reads it; what holds nothing of that kind is not understood."""
    understood = read_as(text, kind)
    assert understood.kind == found or (kind == "url" and understood.calls[0].url == text)


def test_a_corrected_status_changes_what_is_likely() -> None:
    """A 504 is no matter of CORS headers."""
    (one,) = told(MISSING, read_input(MISSING))
    assert one.call is not None
    assert one.reading is not None
    late = corrected(MISSING, one, one.call, replace(one.reading, status=504))
    assert one.found[0].cause != "timeout-gateway"
    assert late.found[0].cause == "timeout-gateway"


def test_a_corrected_url_is_the_failure_s_too() -> None:
    """And what the page was."""
    (one,) = told(MISSING, read_input(MISSING))
    now = corrected(MISSING, one, Call("http://localhost:1/", "https://other.example"), one.reading)
    assert now.reading is not None
    assert (now.reading.url, now.reading.origin) == ("http://localhost:1/", "https://other.example")
    assert any("on this machine" in each.why for each in now.found)


def test_the_step_where_to_look() -> None:
    """Credentials at the credentials; none where nothing is likely."""
    (one,) = told(CREDENTIALS, read_input(CREDENTIALS))
    assert step_of(one.found) == "credentials"
    assert step_of(()) == ""


DUMPS = [
    ("any origin is allowed: nothing is known to be wrong", "Access-Control-Allow-Origin: *", None, False),
    ("one origin is allowed", "Access-Control-Allow-Origin: https://app.example", None, False),
    ("no header", "Server: nginx", "allow-origin-missing", True),
    ("two values", "Access-Control-Allow-Origin: *, *", "allow-origin-multiple", True),
]


@pytest.mark.parametrize(("what", "line", "refusal", "hints"), DUMPS, ids=[row[0] for row in DUMPS])
def test_the_headers_of_an_answer_without_its_request(what: str, line: str, refusal: str | None, hints: bool) -> None:
    """What is there is not said to be missing."""
    text = f"HTTP/1.1 200 OK\n{line}\nContent-Type: text/plain"
    (one,) = told(text, read_input(text))
    assert (one.reading and one.reading.refusal and one.reading.refusal.value) == refusal
    assert bool(one.found) is hints


def test_the_judged_answers_of_a_dump_are_cases_with_their_causes() -> None:
    text = (
        "curl -i -X DELETE https://api.test/x -H 'Origin: https://app.test'\n"
        "HTTP/1.1 504 Gateway Timeout\nServer: nginx\n"
    )
    (one,) = told(text, read_input(text))
    assert one.call is not None
    assert one.reading is not None
    assert (one.call.method, one.reading.status) == ("DELETE", 504)
    assert one.found[0].cause == "timeout-gateway"
