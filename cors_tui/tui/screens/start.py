"""The first screen when nothing is known: paste, type, or go to the lab."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen

from cors_tui.tui.messages import Left
from cors_tui.tui.visible import elided, joined, lines, visible
from cors_tui.tui.widgets.field import Field
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Shown

_TITLE = "cors-tui: from a red CORS line to a working, proven change"

_EXAMPLES = (
    ("a URL", "https://api.example.com/users/7"),
    ("a curl command", "curl -X PUT https://api.example.com/users/7 -H 'Content-Type: application/json'"),
    ("console lines", "Access to fetch at '…' from origin '…' has been blocked by CORS policy: …"),
    ("fetch code", "fetch('https://api.example.com/users/7', {method: 'PUT', credentials: 'include'})"),
    ("a HAR, headers", "what the network panel saves or shows; also .http files, by their name"),
)
_PROMISE = "Nothing is sent before you press r, and nothing that may change data without a yes."


class Begin(Message):
    """The guide is to begin with a text, or with an empty form. Only what was `typed` may name a file to open."""

    def __init__(self, text: str, *, typed: bool = False) -> None:
        super().__init__()
        self.text = text
        self.typed = typed


class StartScreen(Screen[None]):
    """One field, and the ways in."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "type", "type it"),
        Binding("enter", "form", "fill the form"),
        Binding("l,f7", "app.lab", "practice lab"),
        Binding("slash,f5", "app.reference", "reference"),
        Binding("question_mark,f1", "app.help", "help"),
        Binding("escape", "leave_field", "", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.field = Field(placeholder="a URL, a curl command, a console line, or the name of a file", plain=False)
        self.examples = Shown()

    def compose(self) -> ComposeResult:
        with Vertical(id="start"):
            yield Shown(visible(_TITLE, "bold $primary"))
            yield Shown(visible(""))
            yield Shown(visible("Paste anywhere on this screen:", "bold"))
            yield self.examples
            yield Shown(visible(""))
            yield Horizontal(Shown(visible("or type it       ")), self.field, classes="row")
            yield Shown(visible(""))
            yield Shown(visible(_PROMISE, "$quiet"))
        yield KeysLine(id="keys")

    def on_resize(self, event: events.Resize) -> None:
        room = min(event.size.width, 116) - 6 - 19
        rows = (joined(visible(f"  {what:<15}"), visible(elided(text, room), "$quiet")) for what, text in _EXAMPLES)
        self.examples.set(lines(*rows))

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if event.text.strip():
            self.post_message(Begin(event.text))

    @on(Left)
    def typed(self) -> None:
        self.post_message(Begin(self.field.value, typed=True))

    def action_type(self) -> None:
        self.set_focus(self.field)

    def action_form(self) -> None:
        self.post_message(Begin(self.field.value, typed=True))

    def action_leave_field(self) -> None:
        self.set_focus(None)
