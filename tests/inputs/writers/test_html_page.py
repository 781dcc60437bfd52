"""A page that sends the request: nothing of the case gets out of its place."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Call, Case
from cors_tui.inputs.writers.html_page import write
from cors_tui.standards.header_list import HeaderList

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


def test_hostile_text_stays_text() -> None:
    call = Call(f"https://a.example/{HOSTILE}", HOSTILE, HOSTILE, HeaderList((("X", HOSTILE),)), HOSTILE)
    assert tags(write(Case(call))) == OWN


@given(st.text(), st.text())
def test_any_text_stays_text(url: str, origin: str) -> None:
    assert tags(write(Case(Call(url, origin)))) == OWN


def test_it_says_where_to_serve_it() -> None:
    assert "Serve this file from https://app.example:" in write(Case(Call("https://a.example", "https://app.example")))
