"""Editing a pasted text that was not understood, or not rightly."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import TextArea

from cors_tui.tui.visible import one_to_one, visible
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Shown

LONGEST = 100_000
"""Characters that are edited here: a longer text makes the editor slow."""

_LONGEST_LINE = 5_000


class Area(TextArea):
    """An editor that draws one visible character for each that a terminal would act on."""

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        line.plain = one_to_one(line.plain)
        return line


class EditScreen(Screen[str]):
    """Dismissed with the text as it was edited, or without one."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r,f2", "read", "read it", priority=True),
        Binding("escape", "leave", "leave it as it was", priority=True),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self.area = Area(text, compact=True, soft_wrap=all(len(line) <= _LONGEST_LINE for line in text.split("\n")))

    def compose(self) -> ComposeResult:
        yield Shown(visible(" The text as it was pasted; secrets stand in it as they came", "bold"), id="head")
        yield self.area
        yield KeysLine(id="keys")

    def on_mount(self) -> None:
        self.set_focus(self.area)

    def action_read(self) -> None:
        self.dismiss(self.area.text)

    def action_leave(self) -> None:
        self.dismiss(None)
