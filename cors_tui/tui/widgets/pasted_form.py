"""What a paste was understood as, as a form: its kind, the browser, the request, each to be corrected."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from cors_tui.browsers.browser import known_browsers
from cors_tui.guide.question import Choice
from cors_tui.tui import pasted_text
from cors_tui.tui.pasting import Pasted
from cors_tui.tui.visible import visible
from cors_tui.tui.widgets.choice import Choices
from cors_tui.tui.widgets.field import Field
from cors_tui.tui.widgets.panel import Shown

_KINDS = (
    Choice("console", "console"),
    Choice("curl", "command"),
    Choice("code", "code"),
    Choice("har", "HAR"),
    Choice("headers", "headers, .http"),
    Choice("url", "URL"),
)
_NOT_TOLD = Choice("", "not told")
_LABEL = 9


class PastedForm(Vertical):
    """Shows a paste and posts `Corrected` with every change of a field, `KindChosen` where another kind is chosen."""

    class Corrected(Message):
        """The person says that `field` is `value`."""

        def __init__(self, field: str, value: str) -> None:
            super().__init__()
            self.field = field
            self.value = value

    class KindChosen(Message):
        """The person says that the text is of `kind`."""

        def __init__(self, kind: str) -> None:
            super().__init__()
            self.kind = kind

    def __init__(self) -> None:
        super().__init__(id="pasted-form")
        self.kinds = Choices(_KINDS, inline=True)
        engines = (Choice(name, browser.title) for name, browser in known_browsers().items())
        self.browsers = Choices([*engines, _NOT_TOLD], inline=True)
        self.fields = {
            "url": Field(placeholder="what is called, such as https://api.example.com/users/7", plain=False),
            "origin": Field(placeholder="where the page is, such as https://app.example.com"),
            "method": Field(placeholder="GET"),
            "status": Field(placeholder="not told"),
        }
        for name, field in self.fields.items():
            field.id = f"pasted-{name}"
        self.status_label = Shown(visible("  status  "))
        self.browser_row = Horizontal(_label("browser"), self.browsers, classes="row")
        self.call_rows = (
            Horizontal(_label("URL"), self.fields["url"], classes="row"),
            Horizontal(_label("page"), self.fields["origin"], classes="row"),
            Horizontal(
                _label("method"), self.fields["method"], self.status_label, self.fields["status"], classes="row"
            ),
        )
        self.says = Shown(id="pasted-says")

    def compose(self) -> ComposeResult:
        yield Horizontal(_label("read as"), self.kinds, classes="row")
        yield self.browser_row
        yield from self.call_rows
        yield self.says

    def show(self, pasted: Pasted, width: int) -> None:
        """Show `pasted`; a field that is typed in is ahead of it and is left alone."""
        call, reading = pasted.one.call, pasted.one.reading
        room = width - _LABEL - 4
        self.kinds.show_choice(pasted.understood.kind, room)
        self.browsers.show_choice(reading.engine if reading else "", room)
        for row in self.call_rows:
            row.set_class(not pasted.is_understood, "-off")
        for widget in (self.browser_row, self.fields["status"], self.status_label):
            widget.set_class(reading is None or pasted.understood.kind == "har", "-off")
        self.fields["url"].show_value(call.url if call else "")
        self.fields["origin"].show_value(call.origin if call else "")
        self.fields["method"].show_value(call.method if call else "")
        self.fields["status"].show_value(str((reading.status if reading else None) or ""))
        self.says.set(pasted_text.sayings(pasted, width - 3))

    def warn(self, says: str) -> None:
        """Say one thing in place of what was understood, until the next change."""
        self.says.set(visible(says, "$warning"))

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        event.stop()
        name = next(name for name, field in self.fields.items() if field is event.input)
        self.post_message(self.Corrected(name, event.value))

    @on(Choices.Chosen)
    def chosen(self, event: Choices.Chosen) -> None:
        event.stop()
        chosen = self.Corrected("browser", event.value) if event.choices is self.browsers else None
        self.post_message(chosen or self.KindChosen(event.value))


def _label(text: str) -> Shown:
    return Shown(visible(f"{text:<{_LABEL}}"))
