"""Choices: arrow keys, Enter and the mouse; the chosen one is marked by a sign."""

from __future__ import annotations

import pytest

from cors_tui.guide.question import Choice
from cors_tui.tui.widgets.choice import Choices
from tests.tui.hosting import hosted

THREE = [Choice("a", "first", "what it means"), Choice("b", "second"), Choice("c", "[/third]\x1b[0m")]


def make(inline: bool) -> Choices:
    choices = Choices(THREE, inline=inline)
    choices.show_choice("b", 60)
    return choices


@pytest.mark.parametrize("inline", [False, True], ids=["a list", "side by side"])
async def test_arrows_and_enter_choose(inline: bool) -> None:
    """From the chosen one downwards, and round from the last to the first."""
    async with hosted(lambda: make(inline)) as (app, pilot):
        app.screen.set_focus(app.query_one(Choices))
        await pilot.press("down", "enter", "right", "space", "up", "enter")
        assert [message.value for message in app.said(Choices.Chosen)] == ["c", "a", "c"]


async def test_a_click_chooses_the_line() -> None:
    """The mouse does what the keys do."""
    async with hosted(lambda: make(False)) as (app, pilot):
        await pilot.click(Choices, offset=(2, 0))
        assert [message.value for message in app.said(Choices.Chosen)] == ["a"]


@pytest.mark.parametrize(
    ("inline", "marked"), [(False, "(•) second"), (True, "[second]")], ids=["a list", "side by side"]
)
async def test_the_chosen_one_is_marked_and_nothing_is_markup(inline: bool, marked: str) -> None:
    """By a sign, not by colour; a label from outside is text."""
    async with hosted(lambda: make(inline)) as (app, _pilot):
        assert marked in app.text
        assert "[/third]\\x1b[0m" in app.text


async def test_no_choices_is_nothing_to_choose() -> None:
    """An empty list does not crash on a key."""
    async with hosted(lambda: Choices([])) as (app, pilot):
        app.screen.set_focus(app.query_one(Choices))
        await pilot.press("down", "enter")
        assert app.said(Choices.Chosen) == []
