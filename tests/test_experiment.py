"""The query that keeps an experiment out of everybody else's cache."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.experiment import with_fresh_query
from cors_tui.standards.url import parse_url

URLS = {
    "no query": ("https://a.example/x", "https://a.example/x?cors-tui=t"),
    "a query": ("https://a.example/x?b=1", "https://a.example/x?b=1&cors-tui=t"),
    "an empty query": ("https://a.example/x?", "https://a.example/x?cors-tui=t"),
    "a fragment goes": ("https://a.example/x#b", "https://a.example/x?cors-tui=t"),
    "a query and a fragment": ("https://a.example/?b=1#c", "https://a.example/?b=1&cors-tui=t"),
}


@pytest.mark.parametrize("name", URLS)
def test_the_query_is_added_at_the_end(name: str) -> None:
    text, wanted = URLS[name]
    url = parse_url(text)
    assert url is not None
    assert with_fresh_query(url, "t").href == wanted


def test_every_time_another_one() -> None:
    url = parse_url("https://a.example/")
    assert url is not None
    assert len({with_fresh_query(url).href for _ in range(50)}) == 50


@given(st.from_regex(r"https://[a-z]{1,9}\.example(/[a-zA-Z0-9._~-]{0,9}){0,3}(\?[a-z=&%20]{0,9})?", fullmatch=True))
def test_nothing_else_of_the_url_changes(text: str) -> None:
    url = parse_url(text)
    assert url is not None
    fresh = with_fresh_query(url)
    assert (fresh.scheme, fresh.host, fresh.port, fresh.path) == (url.scheme, url.host, url.port, url.path)
    assert fresh.query.startswith(url.query)
