"""What script may set, what is dropped, what throws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.departures import NO_DEPARTURES, Departure
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request_headers import (
    first_invalid,
    guarded,
    guarded_no_cors,
    is_forbidden_header,
    joined,
    normalized,
)
from tests.rows import each_row


@each_row(
    ("name", "value", "forbidden"),
    [
        pytest.param("Security", "x", False, id="sec without its dash"),
        pytest.param("User-Agent", "x", False, id="script may set it"),
        pytest.param("X-HTTP-Method-Override", "PUT", False, id="an ordinary method"),
        pytest.param("X-Method", "TRACE", False, id="no override header"),
        pytest.param("Cookies", "x", False, id="not Cookie"),
        pytest.param("cOOKie", "x", True, id="in any case"),
        pytest.param("Sec-", "x", True, id="the prefix alone"),
        pytest.param("Proxy-Own", "x", True, id="proxy"),
        pytest.param("X-HTTP-Method-Override", "GET, trace", True, id="a forbidden method in the list"),
        pytest.param("Access-Control-Request-Method", "GET", True, id="the browser's own question"),
    ],
)
def test_forbidden(name: str, value: str, forbidden: bool) -> None:
    assert is_forbidden_header(name, value) is forbidden


@pytest.mark.parametrize("pair", [("", "x"), ("a b", "x"), ("a:", "x"), ("é", "x"), ("a", "b\nc"), ("a", "\x00")])
def test_invalid_headers_throw(pair: tuple[str, str]) -> None:
    assert first_invalid(HeaderList((("ok", "1"), pair))) == pair


def test_line_breaks_around_a_value_are_trimmed_before_it_is_judged() -> None:
    assert first_invalid(normalized(HeaderList((("a", "\r\n b \n"),)))) is None


def test_the_guard_drops_without_a_word() -> None:
    given = HeaderList((("Cookie", "a"), ("X", "1"), ("Host", "h")))
    assert guarded(given).pairs == (("X", "1"),)


@pytest.mark.parametrize(
    ("pairs", "kept"),
    [
        pytest.param([("X", "1"), ("Authorization", "t")], [], id="others go"),
        pytest.param([("Range", "bytes=0-1")], [], id="Range is privileged"),
        pytest.param([("Content-Type", "application/json")], [], id="an unsafe value goes"),
        pytest.param([("Accept", "a" * 100), ("Accept", "b" * 100)], [("Accept", "a" * 100)], id="too long together"),
        pytest.param([("Content-Type", "text/plain")], [("Content-Type", "text/plain")], id="a safe one stays"),
    ],
)
def test_no_cors_keeps_the_safelisted(pairs: list[tuple[str, str]], kept: list[tuple[str, str]]) -> None:
    assert list(guarded_no_cors(HeaderList(tuple(pairs)), NO_DEPARTURES)) == kept


def test_no_cors_goes_by_what_an_engine_takes_as_safe() -> None:
    given = HeaderList((("Accept", "\xe9"),))
    assert guarded_no_cors(given, NO_DEPARTURES) == given
    assert len(guarded_no_cors(given, frozenset({Departure.HIGH_BYTES_UNSAFE}))) == 0


def test_joining_keeps_the_first_name_and_place() -> None:
    twice = HeaderList((("X-A", "1"), ("B", "2"), ("x-a", "3")))
    assert joined(twice).pairs == (("X-A", "1, 3"), ("B", "2"))
    assert joined(joined(twice)) == joined(twice)


@given(st.lists(st.tuples(st.text(), st.text())))
def test_no_header_makes_any_of_it_raise(pairs: list[tuple[str, str]]) -> None:
    given_headers = normalized(HeaderList(tuple(pairs)))
    first_invalid(given_headers)
    assert set(guarded(given_headers)) <= set(given_headers)
    assert set(guarded_no_cors(given_headers, NO_DEPARTURES)) <= set(given_headers)
