"""Entries of a HAR, decoded one at a time, wherever the file is cut into chunks."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.har_stream import entries_of
from cors_tui.inputs.json_parts import CaseError

ENTRIES = [{"a": 1, "text": 'x"]}é'}, {"entries": []}, {"long": "y" * 200_000}, {}]
FILE = json.dumps({"log": {"version": "1.2", "pages": [{"title": "p"}], "entries": ENTRIES}}).encode()


@given(st.integers(0, 300))
def test_every_entry_wherever_the_start_was_cut(cut: int) -> None:
    assert list(entries_of(FILE[:cut], io.BytesIO(FILE[cut:]))) == ENTRIES


@pytest.mark.parametrize(
    ("file", "read"),
    [
        (b'{"log": {"version": "1.2"}}', 0),
        (FILE[:-200], 2),
        (b'{"log": {"entries": [{"a": 1}, nonsense]}}', 1),
        (b"", 0),
    ],
    ids=["no entries", "cut off", "no JSON", "nothing"],
)
def test_what_cannot_be_read_ends_it_with_an_error(file: bytes, read: int) -> None:
    *found, error = entries_of(b"", io.BytesIO(file))
    assert isinstance(error, CaseError)
    assert len(found) == read


@pytest.mark.parametrize("between", ["", "\n", "\r\n  "])
def test_hars_one_behind_the_other_are_all_read(between: str) -> None:
    assert list(entries_of(b"", io.BytesIO(FILE + between.encode() + FILE))) == ENTRIES * 2


def test_what_stands_behind_the_entries_is_passed_over() -> None:
    file = json.dumps({"log": {"entries": ENTRIES, "pages": [{"title": "x" * 100_000}], "comment": "entries"}})
    assert list(entries_of(b"", io.BytesIO(file.encode()))) == ENTRIES
