"""Comma lists of tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.list_header import TokenList, extract_list, parse_list


@pytest.mark.parametrize(
    ("value", "items", "malformed"),
    [
        pytest.param("GET; POST", (), "GET; POST", id="semicolons make one bad element"),
        pytest.param("GET POST", (), "GET POST", id="so do spaces"),
        pytest.param('"GET"', (), '"GET"', id="quotes are no token"),
        pytest.param("x-a, x:b, x c", ("x-a",), "x:b", id="the first bad element is named"),
        pytest.param("PUT\x0b", (), "PUT\x0b", id="a vertical tab is not trimmed"),
        pytest.param("", (), None, id="an empty list is a list"),
        pytest.param(" ,, \t,", (), None, id="empty elements are fine"),
        pytest.param("\tGET ,'bb-8', *", ("GET", "'bb-8'", "*"), None, id="an apostrophe is a token character"),
    ],
)
def test_parse(value: str, items: tuple[str, ...], malformed: str | None) -> None:
    parsed = parse_list(value)
    assert parsed.malformed == malformed
    assert malformed is not None or parsed.items == items


def test_an_absent_header_is_no_list() -> None:
    assert extract_list("access-control-allow-methods", HeaderList()) is None


def test_several_lines_are_one_list() -> None:
    headers = HeaderList((("X", "a"), ("Y", "c"), ("x", "b,")))
    assert extract_list("X", headers) == TokenList(("a", "b"))


@given(st.text())
def test_no_value_makes_it_raise(value: str) -> None:
    parsed = parse_list(value)
    assert parsed.malformed is not None or all(item in value for item in parsed.items)
