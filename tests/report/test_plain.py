"""Nothing from outside is interpreted by a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.report.plain import plain

SHOWN = [
    ("plain text stays", "a [b] é ‘c’", "a [b] é ‘c’"),
    ("escape", "\x1b[31mred", "␛[31mred"),
    ("C1 control sequence introducer", "\x9b31m", "\\x9b31m"),
    ("operating system command", "\x9d52;c;AAAA\x9c", "\\x9d52;c;AAAA\\x9c"),
    ("right-to-left override", "a\u202eb", "a\\u202eb"),
    ("line breaks", "a\r\nb", "a␍␊b"),
    ("zero width", "a\u200bb", "a\\u200bb"),
]


@pytest.mark.parametrize(("what", "text", "shown"), SHOWN, ids=[what for what, _, _ in SHOWN])
def test_unseen_characters_are_made_visible(what: str, text: str, shown: str) -> None:
    """What would move the cursor or change the order of the text is spelled out."""
    assert plain(text) == shown


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    """Whatever a server sends."""
    assert not [c for c in plain(text) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]


@given(st.text(min_size=1), st.integers(min_value=3, max_value=40))
def test_a_long_value_is_elided_in_its_middle(text: str, longest: int) -> None:
    """Its beginning and its end remain, and it fits."""
    shown = plain(text, longest)
    whole = plain(text)
    assert len(shown) <= max(longest, 0) or shown == whole
    assert shown[0] == whole[0]
    assert shown[-1] == whole[-1]
