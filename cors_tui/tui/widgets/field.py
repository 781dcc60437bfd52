"""One line of input that shows nothing a terminal would act on, and masks a secret it does not hold the cursor in."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.widgets import Input

from cors_tui.masking import MASK, is_secret, masked, masked_url
from cors_tui.tui.messages import Left
from cors_tui.tui.visible import one_to_one


class _Safe(Highlighter):
    """Draws each unseen character as one visible stand-in, so that the cursor stays where it belongs."""

    def __init__(self) -> None:
        self.field: Field | None = None

    def __call__(self, text: str | Text) -> Text:
        plain = text if isinstance(text, str) else text.plain
        if self.field is not None and self.field.hides:
            plain = _masked_line(plain)
        return Text(one_to_one(plain), no_wrap=True, overflow="ignore", end="")

    def highlight(self, text: Text) -> None:
        """Nothing more: `__call__` draws it all."""


def _masked_line(line: str) -> str:
    """A header by its name, all else by what a URL may hold."""
    name, colon, value = line.partition(":")
    return f"{name}: {masked(name, value.strip())}" if colon and is_secret(name) else masked_url(line)


class Field(Input):
    """An Input of one cell height. Enter leaves it (`Left`); a paste goes to the screen unless it is `plain`.

    `revealed` shows secrets; `hides` is true while one is masked.
    """

    def __init__(self, value: str = "", placeholder: str = "", *, plain: bool = True, classes: str = "") -> None:
        safe = _Safe()
        super().__init__(
            value,
            placeholder,
            highlighter=safe,
            compact=True,
            select_on_focus=False,
            classes=f"field {classes}".strip(),
        )
        safe.field = self
        self.is_plain = plain
        self.revealed = False

    @property
    def hides(self) -> bool:
        return not (self.has_focus or self.revealed) and MASK in _masked_line(self.value)

    def show_value(self, value: str) -> None:
        """Show `value` without telling anybody. A field that is typed in is ahead of the case and is left alone."""
        if value != self.value and not self.has_focus:
            with self.prevent(Input.Changed):
                self.value = value

    def on_paste(self, event: events.Paste) -> None:
        """A line pasted into a plain field is typed there; all else is taken whole by the screen."""
        if not self.is_plain or "\n" in event.text.strip() or len(event.text) > _LONGEST_LINE:
            event.prevent_default()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Left())


_LONGEST_LINE = 4096
