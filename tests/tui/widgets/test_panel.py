"""Panels: a title is text, and a late panel shows the latest view."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.tui.view import View
from cors_tui.tui.visible import visible
from cors_tui.tui.widgets.panel import LatePanel, Panel, Shown
from tests.tui.hosting import hosted


async def test_a_title_is_never_markup() -> None:
    """A path such as [/users/7] crashed where titles are parsed."""
    async with hosted(lambda: Panel(Shown(visible("inside")))) as (app, pilot):
        panel = app.query_one(Panel)
        panel.styles.border_top = ("solid", "white")
        panel.entitle(visible("Preflight [/users/7] [red]\x1b[31m"))
        await pilot.pause()
        assert "Preflight [/users/7] [red]\\x1b[31m" in app.text


class Notes(LatePanel):
    """Notes what it draws."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[str] = []

    def draw(self, view: View) -> None:
        self.drawn.append(view.step)


async def test_a_late_panel_draws_the_latest_view_once_it_stands() -> None:
    """What came before it was mounted is not lost, and not drawn twice."""
    notes = Notes()
    notes.show(View(Case(), step="fix"))
    notes.show(View(Case(), step="verify"))
    assert notes.drawn == []
    async with hosted(lambda: notes) as (_app, _pilot):
        assert notes.drawn == ["verify"]
        notes.show(View(Case(), step="cdn"))
        assert notes.drawn == ["verify", "cdn"]
