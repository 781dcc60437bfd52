"""The headers question: one line a header, duplicates kept, nothing typed lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Case
from cors_tui.guide.questions.headers import QUESTION

LINES = [
    ("a name in capitals stays so", "X-API-Key: 1", (("X-API-Key", "1"),)),
    ("a colon in the value belongs to it", "Referer: http://a", (("Referer", "http://a"),)),
    ("without a colon the text is kept as a name", "nonsense", (("nonsense", ""),)),
    ("the same twice is two headers", "A: 1\nA: 1", (("A", "1"), ("A", "1"))),
    ("empty lines are none", "\n  \nA: 1\n", (("A", "1"),)),
]


@pytest.mark.parametrize(("what", "text", "pairs"), LINES, ids=[row[0] for row in LINES])
def test_lines_become_pairs(what: str, text: str, pairs: tuple[tuple[str, str], ...]) -> None:
    """Each line is a header, in order."""
    assert QUESTION.answer(Case(), text).call.headers.pairs == pairs


NAMES = st.text("abcXYZ-09", min_size=1, max_size=8)
VALUES = st.text("abc 123:;,=", max_size=12).map(str.strip)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=5))
def test_what_is_read_answers_the_same(pairs: list[tuple[str, str]]) -> None:
    """Reading and answering are each other's inverse."""
    case = QUESTION.answer(Case(), "\n".join(f"{name}: {value}" for name, value in pairs))
    assert QUESTION.answer(Case(), QUESTION.read(case)) == case
    assert case.call.headers.pairs == tuple(pairs)
