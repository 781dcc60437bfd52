"""A header diff as text: in columns where there is room, stacked where there is not. Signs and words, never colour
alone."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from cors_tui.masking import masked
from cors_tui.report.header_diff import DiffLine, Sign
from cors_tui.tui.visible import column, elided, escaped, joined, lines, visible

COLUMNS_FROM = 84
"""Cells from which both sides stand beside each other."""

_STYLES = {
    Sign.SAME: "$success",
    Sign.MISSING: "$error",
    Sign.EXTRA: "$primary",
    Sign.CHANGED: "$warning",
    Sign.DECIDES: "bold $error",
}
_NAME, _WORD = 33, 10
_NOTHING = "nothing"


def diff(found: Iterable[DiffLine], titles: tuple[str, str], width: int, *, revealed: bool = False) -> Content:
    """The lines of one diff under the titles of its two sides, at most `width` cells wide."""
    rows = list(found)
    if not rows:
        return visible("  no CORS headers on either side", "$quiet")
    if width < COLUMNS_FROM:
        return lines(*(_stacked(row, titles, width, revealed) for row in rows))
    side = (width - _WORD - _NAME - 4) // 2
    head = joined(visible(" " * (_WORD + _NAME + 3)), column(titles[0], side), visible(" "), visible(titles[1]))
    return lines(head.stylize("$quiet"), *(_beside(row, side, revealed) for row in rows))


def _beside(row: DiffLine, side: int, revealed: bool) -> Content:
    style = _STYLES[row.sign]
    return joined(
        visible(f"{row.sign.mark} {_word(row):<{_WORD}}", style),
        column(row.name, _NAME, style if row.sign is not Sign.SAME else ""),
        visible(" "),
        column(_value(row.name, row.left, revealed), side, _side_style(row.left)),
        visible(" "),
        column(_value(row.name, row.right, revealed), side, _side_style(row.right) or style),
    )


def _stacked(row: DiffLine, titles: tuple[str, str], width: int, revealed: bool) -> Content:
    style = _STYLES[row.sign]
    head = visible(f"{row.sign.mark} {row.name}  {_word(row)}", style)
    if row.sign is Sign.SAME and not row.enough:
        room = max(width - head.cell_length - 2, 8)
        return joined(head, visible("  "), visible(elided(escaped(_value(row.name, row.left, revealed)), room)))
    if row.sign is Sign.EXTRA:
        return lines(head, _side(titles[1], row.name, row.right, width, revealed))
    left = _side(titles[0], row.name, row.left, width, revealed)
    return lines(head, left, _side(titles[1], row.name, row.right, width, revealed))


def _side(title: str, name: str, value: str | None, width: int, revealed: bool) -> Content:
    shown = column(_value(name, value, revealed), max(width - 14, 8), _side_style(value))
    return joined(visible(f"    {title:<9} ", "$quiet"), shown)


def _word(row: DiffLine) -> str:
    return "enough" if row.enough else row.sign.word


def _value(name: str, value: str | None, revealed: bool) -> str:
    if value is None:
        return _NOTHING
    return value if revealed else masked(name, value)


def _side_style(value: str | None) -> str:
    return "$quiet" if value is None else ""
