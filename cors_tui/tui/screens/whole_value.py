"""Everything uncut, to be read, selected or written to a file."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from cors_tui.tui.clipboard import save
from cors_tui.tui.visible import visible
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Shown


class WholeScreen(ModalScreen[None]):
    """A pop-up with a long text. `plain` is what `w` writes to a file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,v,enter", "app.pop_screen", "close"),
        Binding("w", "write", "write to a file"),
        Binding("down,j", "scroll(1)", "down", show=False),
        Binding("up,k", "scroll(-1)", "up", show=False),
        Binding("pagedown,space", "scroll(12)", "page down", show=False),
        Binding("pageup", "scroll(-12)", "page up", show=False),
    ]

    def __init__(self, title: str, content: Content, plain: str) -> None:
        super().__init__()
        self.heading = visible(title, "bold")
        self.content = content
        self.plain = plain
        self.said = Shown()

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            yield Shown(self.heading)
            yield self.said
            yield Shown(self.content, id="whole")
        yield KeysLine()

    def action_write(self) -> None:
        path = save(self.plain)
        self.said.set(visible(f"Written to {path}", "$success"))

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
