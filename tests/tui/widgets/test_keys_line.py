"""The last line: live keys, as many as fit, all actions always."""

from __future__ import annotations

import pytest

from cors_tui.tui.widgets.keys_line import keys_line

LIVE = [("r", "probe"), ("enter", "next"), ("esc", "back"), ("a", "all"), ("y", "copy"), ("w", "watch")]


@pytest.mark.parametrize("width", [30, 50, 80, 140])
def test_the_line_fits_and_the_palette_is_always_named(width: int) -> None:
    """What does not fit is found there."""
    line = keys_line(LIVE, width)
    assert line.cell_length <= width
    assert line.plain.endswith("ctrl+p all actions")


def test_the_first_keys_stay() -> None:
    """The most useful ones first."""
    assert keys_line(LIVE, 45).plain.startswith(" r probe  enter next")
    assert "w watch" in keys_line(LIVE, 120).plain
