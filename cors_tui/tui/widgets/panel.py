"""A part of the screen with its title in the top border; scrolls with the arrow keys when F6 gave it the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cors_tui.tui.visible import joined, visible

if TYPE_CHECKING:  # a panel on the first screen must not wait for what a view holds
    from cors_tui.tui.view import View


class Panel(VerticalScroll, can_focus=True):
    """A scrolling panel. `show` brings it a new view; subclasses say what they make of it."""

    def __init__(self, *children: Widget, id: str | None = None, classes: str = "") -> None:
        super().__init__(*children, id=id, classes=f"panel {classes}".strip())

    def entitle(self, title: Content) -> None:
        """Set the title; it is content, so nothing in it is markup."""
        self.border_title = joined(visible(" "), title, visible(" "))

    def show(self, view: View) -> None:
        """Show `view`."""


class LatePanel(Panel):
    """A panel made when it is first needed: a view that comes before it stands on the screen waits."""

    def __init__(self, *children: Widget, id: str | None = None, classes: str = "") -> None:
        super().__init__(*children, id=id, classes=classes)
        self._stands = False
        self._latest: View | None = None

    def on_mount(self) -> None:
        self._stands = True
        if self._latest is not None:
            self.draw(self._latest)

    def show(self, view: View) -> None:
        self._latest = view
        if self._stands:
            self.draw(view)

    def draw(self, view: View) -> None:
        """Show `view`; every child is there."""


class Shown(Static):
    """Text that was made by `cors_tui.tui.visible`, and nothing else."""

    def __init__(self, content: Content | None = None, *, id: str | None = None, classes: str = "") -> None:
        self._shown = content or Content("")
        super().__init__(self._shown, markup=False, id=id, classes=classes)

    def set(self, content: Content) -> None:
        """Show `content`; what is shown already is not laid out again."""
        if not content.is_same(self._shown):
            self._shown = content
            self.update(content)
