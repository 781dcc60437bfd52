"""Characters and numbers as JavaScript writes them."""

from __future__ import annotations

import pytest

from cors_tui.inputs.javascript.writing import escaped, joined_surrogates, number, percent_encoded
from tests.rows import each_row


@each_row(
    ("sequence", "character"),
    [
        ("\\n", "\n"), ("\\x41", "A"), ("\\u0041", "A"), ("\\u{1F600}", "😀"), ("\\u{FFFFFF}", "\ufffd"), ("\\'", "'"),
        ("\\\n", ""), ("\\0", "\0"), ("\\q", "q"), ("\\101", "A"),
    ],
)  # fmt: skip
def test_an_escape_sequence(sequence: str, character: str) -> None:
    assert escaped(sequence) == character


def test_surrogates_are_joined() -> None:
    assert joined_surrogates("a\ud83d\ude00") == "a😀"
    assert joined_surrogates("\ud83dx") == "\ufffdx"
    assert joined_surrogates("plain ü") == "plain ü"


@pytest.mark.parametrize(("written", "value"), [("1_000", 1000.0), ("0x1F", 31.0), ("12n", 12.0), ("1e3", 1000.0)])
def test_a_number(written: str, value: float) -> None:
    assert number(written) == value


def test_percent_encoding_leaves_what_is_not_known() -> None:
    assert percent_encoded("a/b ${x}&", whole=False) == "a%2Fb%20${x}%26"
    assert percent_encoded("https://a.example/b c?d", whole=True) == "https://a.example/b%20c?d"
