"""A diff as text: in columns and stacked, the same lines, signs and words."""

from __future__ import annotations

import pytest

from cors_tui.report.header_diff import DiffLine, Sign
from cors_tui.tui.widgets.diff import COLUMNS_FROM, diff

TITLES = ("wanted", "got")
EVERY_SIGN = [DiffLine(sign, f"x-{sign.word}", "left", "right") for sign in Sign]


@pytest.mark.parametrize("width", [40, COLUMNS_FROM - 1, COLUMNS_FROM, 120])
@pytest.mark.parametrize("line", EVERY_SIGN, ids=lambda line: line.sign.word)
def test_every_sign_has_its_mark_and_its_word(line: DiffLine, width: int) -> None:
    """Nothing is told by colour alone, in any width."""
    text = diff([line], TITLES, width).plain
    assert line.sign.mark in text
    assert line.sign.word in text
    assert line.name in text


@pytest.mark.parametrize("width", [40, 60, 84, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    """Long values are elided in their middle."""
    line = DiffLine(Sign.CHANGED, "access-control-allow-origin", "https://a" + "b" * 300, "x" * 300)
    assert max(map(len, diff([line], TITLES, width).plain.splitlines())) <= width


def test_duplicates_are_two_lines() -> None:
    """One above the other, each with its sign."""
    pair = [DiffLine(Sign.DECIDES, "a", "1", "1"), DiffLine(Sign.DECIDES, "a", None, "1")]
    for width in (60, 120):
        rows = [row for row in diff(pair, TITLES, width).plain.splitlines() if row.startswith("!")]
        assert len(rows) == 2


def test_what_is_absent_is_called_nothing_and_an_empty_value_is_not() -> None:
    """None and "" are two things."""
    assert "nothing" in diff([DiffLine(Sign.MISSING, "a", "1", None)], TITLES, 120).plain
    assert "nothing" not in diff([DiffLine(Sign.CHANGED, "a", "1", "")], TITLES, 120).plain


def test_secrets_are_masked_until_revealed() -> None:
    """Set-Cookie keeps its name."""
    line = DiffLine(Sign.EXTRA, "set-cookie", None, "sid=abc123; Secure")
    assert "abc123" not in diff([line], TITLES, 120).plain
    assert "abc123" in diff([line], TITLES, 120, revealed=True).plain


def test_a_value_that_is_enough_says_so() -> None:
    """A star passes without being what was wanted."""
    assert "enough" in diff([DiffLine(Sign.SAME, "a", "x", "*", enough=True)], TITLES, 120).plain


def test_nothing_on_either_side_is_said() -> None:
    """An empty diff is no blank."""
    assert "no CORS headers" in diff([], TITLES, 120).plain
