"""Which request headers need no preflight, to the byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.departures import NO_DEPARTURES, Departure
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.safelist import is_client_hint, is_safelisted, is_simple_range, needs_no_preflight, unsafe_names
from tests.rows import each_row

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "truth" / "safelist.jsonl").read_text("utf-8").splitlines()
]


@each_row("row", ROWS, ids=[row["id"] for row in ROWS])
def test_every_row_of_the_standards_own_table(row: dict[str, Any]) -> None:
    assert is_safelisted(row["name"], row["value"]) is row["safelisted"]


def test_the_table_has_rows_of_both_kinds() -> None:
    assert len(ROWS) == 346
    assert 50 < sum(bool(row["safelisted"]) for row in ROWS) < 300


@pytest.mark.parametrize(
    ("value", "simple"),
    [
        pytest.param("bytes=-5", False, id="a suffix range"),
        pytest.param("bytes=5-4", False, id="the end below the start"),
        pytest.param("bytes=0-0,2-3", False, id="two ranges"),
        pytest.param(f"bytes={'9' * 60}-{'1' * 60}", False, id="numbers longer than any file"),
        pytest.param("bytes=007-8", True, id="leading zeros do not make a number larger"),
        pytest.param("bytes=5-", True, id="open end"),
        pytest.param("bytes=5-5", True, id="one byte"),
    ],
)
def test_simple_ranges(value: str, simple: bool) -> None:
    assert is_simple_range(value) is simple


@pytest.mark.parametrize(
    ("pairs", "names"),
    [
        pytest.param([], (), id="no header"),
        pytest.param([("Accept", "a" * 128)] * 8, (), id="exactly 1024 bytes together"),
        pytest.param(
            [("Accept", "a" * 128)] * 8 + [("Accept-Language", "d")], ("accept", "accept-language"), id="1025"
        ),
        pytest.param([("Accept", "x"), ("accept", "(")], ("accept",), id="one unsafe entry makes the name unsafe"),
        pytest.param([("X-b", "1"), ("X-A", "1"), ("x-B", "2")], ("x-a", "x-b"), id="lower case, unique, sorted"),
        pytest.param([("X_a", "1"), ("X-a", "1"), ("X^", "1")], ("x-a", "x^", "x_a"), id="sorted by byte"),
        pytest.param([("Content-Type", "application/json"), ("Accept", "a")], ("content-type",), id="only the unsafe"),
    ],
)
def test_unsafe_names(pairs: list[tuple[str, str]], names: tuple[str, ...]) -> None:
    assert unsafe_names(HeaderList(tuple(pairs)), NO_DEPARTURES) == names


@each_row(
    ("departure", "name", "value", "by_standard", "by_engine"),
    [
        pytest.param(Departure.CLIENT_HINTS_SAFELISTED, "Width", "1.5", False, False, id="a width is a whole number"),
        pytest.param(
            Departure.CLIENT_HINTS_SAFELISTED, "Save-Data", "off", False, False, id="save-data is on or unsafe"
        ),
        pytest.param(Departure.CLIENT_HINTS_SAFELISTED, "DPR", "2.5", False, True, id="dpr"),
        pytest.param(Departure.CLIENT_HINTS_SAFELISTED, "Save-Data", "ON", False, True, id="save-data in any case"),
        pytest.param(Departure.CLIENT_HINTS_SAFELISTED, "Accept", "x", True, True, id="others as ever"),
        pytest.param(Departure.HIGH_BYTES_UNSAFE, "Accept", "e", True, True, id="no high byte"),
        pytest.param(Departure.HIGH_BYTES_UNSAFE, "Accept", "é", True, False, id="high byte in Accept"),
        pytest.param(Departure.HIGH_BYTES_UNSAFE, "Content-Type", "text/plain;é", True, False, id="in Content-Type"),
        pytest.param(
            Departure.COMMA_IN_CONTENT_TYPE_UNSAFE, "Content-Type", "text/plain;a=b", True, True, id="no comma"
        ),
        pytest.param(
            Departure.COMMA_IN_CONTENT_TYPE_UNSAFE, "Content-Type", "text/plain;a=b,c", True, False, id="comma"
        ),
        pytest.param(Departure.EMPTY_PARAMETER_UNSAFE, "Content-Type", "text/plain;", True, True, id="nothing after ;"),
        pytest.param(Departure.EMPTY_PARAMETER_UNSAFE, "Content-Type", "text/plain;;", True, False, id="nothing in ;;"),
        pytest.param(Departure.RANGE_FITS_64_BITS, "Range", "bytes=0-0009223372036854775807", True, True, id="fits"),
        pytest.param(
            Departure.RANGE_FITS_64_BITS, "Range", "bytes=0-9223372036854775808", True, False, id="does not fit"
        ),
        pytest.param(Departure.RANGE_UNIT_ANY_CASE, "Range", "BYTES=0-", False, True, id="unit in capitals"),
        pytest.param(Departure.RANGE_UNIT_ANY_CASE, "Range", "BITS=0-", False, False, id="another unit"),
    ],
)
def test_where_engines_depart(departure: Departure, name: str, value: str, by_standard: bool, by_engine: bool) -> None:
    assert needs_no_preflight(name, value, NO_DEPARTURES) is by_standard
    assert needs_no_preflight(name, value, frozenset({departure})) is by_engine


def test_a_client_hint_longer_than_any_safelisted_value_is_none() -> None:
    assert not is_client_hint("dpr", "1" * 129)


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_header_makes_it_raise(name: str, value: str) -> None:
    for departures in (NO_DEPARTURES, frozenset(Departure)):
        unsafe_names(HeaderList(((name, value),)), departures)
