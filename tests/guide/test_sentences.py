"""One sentence for each fault of what was typed: what is wrong and what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Call, Connection
from cors_tui.guide.sentences import sentence_about, what_hinders, what_was_mended
from cors_tui.standards.header_list import HeaderList

CALL = Call(url="https://api.example.com/", origin="https://app.example.com")

FAULTY = [
    ("an origin with a slash", replace(CALL, origin="https://app.example.com/"), "origin", "slash"),
    ("a URL without scheme", replace(CALL, url="api.example.com/users"), "url", "scheme"),
    ("a URL with undefined in it", replace(CALL, url="https://api.example.com/undefined/7"), "url", "undefined"),
    ("a forbidden method", replace(CALL, method="TRACE"), "method", "TRACE"),
    ("a forbidden header", replace(CALL, headers=HeaderList((("Host", "x"),))), "headers", "Host"),
]


@pytest.mark.parametrize(("what", "call", "field", "word"), FAULTY, ids=[row[0] for row in FAULTY])
def test_the_sentence_names_what_is_wrong(what: str, call: Call, field: str, word: str) -> None:
    """The fault stands at its own field and at no other."""
    assert word in sentence_about(call, field)
    assert not any(sentence_about(call, other) for other in ("url", "origin", "method", "headers") if other != field)


def test_a_good_call_has_no_sentence_and_an_empty_field_is_not_scolded() -> None:
    """Nothing is wrong with what was not typed yet."""
    assert not what_hinders(CALL)
    assert not any(sentence_about(call, field) for call in (CALL, Call()) for field in ("url", "origin", "headers"))


def test_what_hinders_a_probe() -> None:
    """A URL that is not one has to be mended first."""
    assert what_hinders(replace(CALL, url="https://"))
    assert what_hinders(CALL, Connection(connect_to=("nonsense",)))
    assert not what_hinders(CALL, Connection(connect_to=("127.0.0.1:8080",)))


PAGE = "http://localhost:3000"
MENDED = [
    ("nothing", Call("http://a.test/", PAGE), Call("http://a.test/", PAGE), ""),
    ("the URL", Call("http://a.test/undefined", PAGE), Call("http://a.test/v1", PAGE), "its URL is http://a.test/v1."),
    ("the page", Call("http://a.test/", "file:///x"), Call("http://a.test/", PAGE), f"it stands at {PAGE}."),
    (
        "its policy",
        Call("http://a.test/", PAGE, page_headers=HeaderList((("Content-Security-Policy", "connect-src 'self'"),))),
        Call("http://a.test/", PAGE, page_headers=HeaderList((("Content-Security-Policy", "connect-src *"),))),
        "it comes with Content-Security-Policy: connect-src *.",
    ),
    (
        "URL and body",
        Call("http://a.test/", PAGE, body="{}"),
        Call("http://a.test/?a=1", PAGE),
        "its URL is http://a.test/?a=1, it sends no body.",
    ),
]


@pytest.mark.parametrize(("what", "before", "after", "says"), MENDED, ids=[row[0] for row in MENDED])
def test_what_the_page_does_otherwise_is_said(what: str, before: Call, after: Call, says: str) -> None:
    assert what_was_mended(before, after) == (f"The page was mended, too: {says}" if says else "")
