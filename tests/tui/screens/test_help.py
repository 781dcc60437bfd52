"""Help: every key and what it does."""

from __future__ import annotations

from cors_tui.tui.keys import KEYS
from cors_tui.tui.screens.help import help_screen
from tests.tui.driving import SMALL, lab


def test_every_key_of_the_table_is_explained() -> None:
    """From the same table."""
    text = help_screen().plain
    for key in KEYS:
        assert key.key.isdigit() or key.help in text


async def test_question_mark_opens_it_and_escape_closes_it() -> None:
    """F1 does from inside a field."""
    async with lab("no-header", SMALL) as run:
        assert "ctrl+r" in await run.press("question_mark")
        await run.keys("escape", "1", "tab")
        assert "ctrl+r" in await run.press("f1")
