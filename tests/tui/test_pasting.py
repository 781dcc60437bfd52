"""A paste changes the case by what it says, and is kept in any case."""

from __future__ import annotations

import pytest

from cors_tui.case import Call, Case
from cors_tui.tui.pasting import with_paste

PASTES = [
    ("a URL", "https://api.example.com/users/7", "https://api.example.com/users/7", "GET"),
    ("a curl command", "curl -X PUT https://api.example.com/x", "https://api.example.com/x", "PUT"),
    ("what nobody understands", "hello\nworld", "", "GET"),
]


@pytest.mark.parametrize(("what", "text", "url", "method"), PASTES, ids=[row[0] for row in PASTES])
def test_with_paste(what: str, text: str, url: str, method: str) -> None:
    """The text is kept whole, and a sentence says what was understood."""
    case, says = with_paste(Case(), text)
    assert (case.call.url, case.call.method) == (url, method)
    assert case.pasted == (text,)
    assert says[-1] in ".:"


def test_what_is_not_understood_changes_no_answer() -> None:
    """The call stays as the person had it."""
    before = Case(Call(url="https://api.example.com/", origin="https://app.example.com"))
    assert with_paste(before, "???")[0].call == before.call


def test_a_paste_keeps_the_origin_it_does_not_name() -> None:
    """A URL says nothing about the page."""
    before = Case(Call(origin="https://app.example.com"))
    assert with_paste(before, "https://api.example.com/")[0].call.origin == "https://app.example.com"
