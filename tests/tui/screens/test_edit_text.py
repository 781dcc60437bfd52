"""Editing a paste: what a terminal would act on is drawn, never sent, and comes back as it was."""

from __future__ import annotations

from cors_tui.tui.screens.edit_text import Area
from tests.tui.hosting import hosted

TEXT = "one\x1b[31m\x9b\u202e\ntwo"


async def test_it_shows_nothing_a_terminal_would_act_on() -> None:
    """One stand-in a character; the text itself is unchanged."""
    async with hosted(lambda: Area(TEXT)) as (host, _):
        assert not set(host.text) & {"\x1b", "\x9b", "\u202e"}
        assert "one␛[31m" in host.text
        area = host.query_one(Area)
        assert area.text == TEXT
        assert area.get_line(0).plain == "one␛[31m��"
