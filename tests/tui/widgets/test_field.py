"""A field: shows nothing a terminal acts on, masks secrets, lets a long paste through to the screen."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from cors_tui.tui.messages import Left
from cors_tui.tui.widgets.field import Field
from tests.tui.hosting import hosted


async def test_escape_sequences_are_shown_and_kept() -> None:
    """One visible character for each, so that the cursor stays where it belongs; the value itself is not changed."""
    evil = "a\x1b]52;c;x\x9b31m\u202eb"
    async with hosted(lambda: Field(evil)) as (app, _pilot):
        assert "\x1b" not in app.text
        assert "\x9b" not in app.text
        assert "a␛]52;c;x�31m�b" in app.text
        assert app.query_one(Field).value == evil


@pytest.mark.parametrize("value", ["Authorization: Bearer abc123", "https://a.example/x?token=abc123&page=2"])
async def test_a_secret_is_masked_while_the_cursor_is_elsewhere(value: str) -> None:
    """Who edits it must see it; who looks over the shoulder later must not."""
    async with hosted(lambda: Field(value)) as (app, pilot):
        assert "abc123" not in app.text
        app.screen.set_focus(app.query_one(Field))
        await pilot.pause()
        assert "abc123" in app.text


async def test_a_revealed_secret_is_shown() -> None:
    """On demand."""
    async with hosted(lambda: Field("Authorization: Bearer abc123")) as (app, pilot):
        field = app.query_one(Field)
        field.revealed = True
        field.refresh()
        await pilot.pause()
        assert "abc123" in app.text


async def test_enter_leaves() -> None:
    """The screen decides where to."""
    async with hosted(Field) as (app, pilot):
        app.screen.set_focus(app.query_one(Field))
        await pilot.press("x", "enter")
        assert len(app.said(Left)) == 1


async def test_a_field_that_is_typed_in_is_left_alone() -> None:
    """It is ahead of the case; a value set from outside posts no change."""
    async with hosted(Field) as (app, pilot):
        field = app.query_one(Field)
        field.show_value("from the case")
        await pilot.pause()
        assert app.said(Input.Changed) == []
        app.screen.set_focus(field)
        await pilot.press("x")
        field.show_value("older")
        assert field.value == "from the casex"


PASTES = [
    ("one line is typed", True, "one line", "one line"),
    ("two lines are the screen's", True, "one\ntwo", ""),
    ("a long line is the screen's", True, "x" * 5000, ""),
    ("everything is the screen's where a field takes no paste", False, "one line", ""),
]


@pytest.mark.parametrize(("what", "plain", "text", "value"), PASTES, ids=[row[0] for row in PASTES])
async def test_paste(what: str, plain: bool, text: str, value: str) -> None:
    """Nothing is cut at the first line in silence."""
    async with hosted(lambda: Field(plain=plain)) as (app, pilot):
        app.screen.set_focus(app.query_one(Field))
        app.post_message(events.Paste(text))
        await pilot.pause()
        assert app.query_one(Field).value == value
