"""Likely causes from a text alone."""
# ruff: noqa: E501 -- a table is read across

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.browsers.reading import read_console
from cors_tui.case import Call
from cors_tui.diagnosis.cause import Certainty, Group
from cors_tui.diagnosis.hypotheses import TAXONOMY, hypotheses, questions
from tests.rows import each_row

PREFIX = "Access to fetch at '{url}' from origin '{page}' has been blocked by CORS policy: "
MISSING = PREFIX + "No 'Access-Control-Allow-Origin' header is present on the requested resource."
STATUS = MISSING + "\nGET {url} net::ERR_FAILED {status}"


def first(text: str, count: int = 1) -> list[str]:
    reading = next(iter(read_console(text)), None)
    return [each.cause for each in hypotheses(text, reading)[:count]]


LINES = [
    ("an error's status beats the missing header", STATUS.format(url="https://a.example/x", page="https://b.example", status=500), "error-without-headers"),
    ("a body that is too large", STATUS.format(url="https://a.example/x", page="https://b.example", status=413), "body-too-large"),
    ("a gateway's time limit", STATUS.format(url="https://a.example/x", page="https://b.example", status=504), "timeout-gateway"),
    ("401", STATUS.format(url="https://a.example/x", page="https://b.example", status=401), "auth-before-cors"),
    ("401 of an API gateway", STATUS.format(url="https://q.execute-api.us-east-1.amazonaws.com/x", page="https://b.example", status=401), "gateway-refuses"),
    ("a Lambda's two layers", PREFIX.format(url="https://a.example", page="https://b.example") + "The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed.", "doubled-by-two-layers"),
    ("a private tunnel", MISSING.format(url="https://x-8000.app.github.dev/a", page="https://b.example"), "tunnel-or-preview-protected"),
    ("Socket.IO", MISSING.format(url="http://localhost:1/socket.io/?EIO=4", page="http://localhost:2"), "socketio-own-cors"),
    ("a refused connection", "GET http://localhost:3000/ net::ERR_CONNECTION_REFUSED", "server-not-running"),
    ("a name of Docker's", "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://backend:8080/x. (Reason: CORS request did not succeed). Status code: (null).", "name-not-resolved"),
    ("the page's own header", PREFIX.format(url="https://a.example", page="https://b.example") + "Request header field access-control-allow-origin is not allowed by Access-Control-Allow-Headers in preflight response.", "response-headers-in-request"),
    ("a port that browsers refuse", "GET http://localhost:6000/ net::ERR_UNSAFE_PORT", "never-sent"),
    ("a circle of redirects", "GET https://a.example/x net::ERR_TOO_MANY_REDIRECTS", "redirect-not-followed"),
    ("a module that is a page", 'Failed to load module script: Expected a JavaScript-or-Wasm module script but the server responded with a MIME type of "text/html".', "answer-of-wrong-kind"),
    ("an answer that broke off", "GET https://a.example/x net::ERR_QUIC_PROTOCOL_ERROR 200 (OK)", "connection-closed"),
    ("no browser's words", "CORS preflight returns 401 Unauthorized", "auth-before-cors"),
]  # fmt: skip


@each_row(("text", "cause"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_the_text_tells_the_likeliest(text: str, cause: str) -> None:
    assert first(text) == [cause]


def test_one_a_group_and_ordered() -> None:
    text = MISSING.format(url="https://a.example/x", page="https://b.example")
    found = hypotheses(text, read_console(text)[0])
    assert len({each.group for each in found}) == len(found) >= 3
    assert [each.weight for each in found] == sorted((each.weight for each in found), reverse=True)
    assert all(each.why and each.next_probe for each in found)


def test_every_group_has_a_name() -> None:
    assert set(TAXONOMY) == set(Group)


@pytest.mark.parametrize("text", ["", "hello", "npm install cors-tools-list"])
def test_a_text_about_something_else_gives_none(text: str) -> None:
    assert hypotheses(text) == ()


def test_a_call_shows_what_will_go_wrong() -> None:
    found = hypotheses("", None, Call("http://api.example/x", "https://app.example"))
    assert [each.cause for each in found] == ["mixed-content"]
    assert hypotheses("", None, Call("https://api.example/x", "https://app.test")) == ()


def test_two_questions_tell_them_apart() -> None:
    text = MISSING.format(url="https://a.example/x", page="https://b.example")
    assert len(set(questions(hypotheses(text, read_console(text)[0])))) == 2


@given(st.text())
def test_nothing_is_proven_by_a_text_and_nothing_raises(text: str) -> None:
    for reading in (None, *read_console(text)):
        assert all(each.certainty is not Certainty.PROVEN for each in hypotheses(text, reading))
