"""What every key does."""

from __future__ import annotations

from textual.content import Content

from cors_tui.tui.keys import KEYS
from cors_tui.tui.screens.whole_value import WholeScreen
from cors_tui.tui.visible import lines, visible

_ALSO = (
    ("ctrl+p", "every action by name"),
    ("ctrl+c twice", "leave"),
    ("ctrl+z", "suspend; fg comes back"),
    ("paste", "anywhere: taken whole, kept, and read"),
)


def help_screen() -> WholeScreen:
    """The table of keys as a pop-up."""
    return WholeScreen(
        "Keys (single letters are dead while you type; the second key works there, too)", _table(), _plain()
    )


def _rows() -> list[tuple[str, str]]:
    rows = [(" or ".join(filter(None, (key.key, key.twin))), key.help) for key in KEYS if not key.key.isdigit()]
    return [*rows, ("1 to 7", "Go to that step"), *_ALSO]


def _table() -> Content:
    return lines(*(visible(f"{keys:<18} {says}") for keys, says in _rows()))


def _plain() -> str:
    return "\n".join(f"{keys:<18} {says}" for keys, says in _rows())
