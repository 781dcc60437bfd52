"""A page that sends the request: nothing of the case gets out of its place."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Call, Case
from cors_tui.inputs.writers.html_page import write
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator

HOSTILE = "</script><img src=x onerror=alert(1)>--><b>await fetch("


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def tags(page: str) -> list[str]:
    parser = _Tags()
    parser.feed(page)
    return parser.tags


OWN = ["meta", "title", "button", "pre", "script"]


@pytest.mark.parametrize("initiator", Initiator)
def test_hostile_text_stays_text(initiator: Initiator) -> None:
    headers = HeaderList((("X", HOSTILE),))
    for url in (HOSTILE, f"https://a.example/{HOSTILE}"):
        assert tags(write(Case(Call(url, HOSTILE, HOSTILE, headers, HOSTILE, initiator=initiator)))) == OWN


@given(st.text(), st.text(), st.sampled_from(Initiator))
def test_any_text_stays_text(url: str, origin: str, initiator: Initiator) -> None:
    assert tags(write(Case(Call(url, origin, initiator=initiator)))) == OWN


def test_it_says_where_to_serve_it() -> None:
    assert "Serve this file from https://app.example:" in write(Case(Call("https://a.example", "https://app.example")))


SAYS = {
    Initiator.FETCH: ("${answer.type} ${answer.status}", "The reason is in the browser's console."),
    Initiator.XHR: ("${answer.status}", "The reason is in the browser's console."),
    Initiator.IMAGE: ('"loaded"', "not loaded: the reason is in the browser's console"),
    Initiator.EVENT_SOURCE: ('"loaded"', "not loaded: the reason is in the browser's console"),
}


@pytest.mark.parametrize("initiator", SAYS)
def test_it_shows_what_there_is_to_see(initiator: Initiator) -> None:
    """An element has no status and no text, and its error says nothing."""
    page = write(Case(Call("https://a.example", initiator=initiator)))
    assert all(text in page for text in SAYS[initiator])
    assert ("answer.status" in page) is (initiator in (Initiator.FETCH, Initiator.XHR))
