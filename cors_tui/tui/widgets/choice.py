"""A list of answers, one of which is chosen: with the arrow keys, Enter or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cors_tui.guide.question import Choice
from cors_tui.tui.visible import elided, escaped, joined, lines, visible

_CHOSEN, _OTHER = "(•)", "( )"
_LEAST_ROOM = 12


class Choices(Static, can_focus=True):
    """The choices of a question, one a line; `inline` sets them side by side, as suggestions.

    Posts `Chosen` with the value.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "move(-1)", "Choose", show=False),
        Binding("down,right", "move(1)", "Choose", show=False),
        Binding("space,enter", "choose", "Choose", show=False),
    ]

    class Chosen(Message):
        """An answer was chosen."""

        def __init__(self, choices: Choices, value: str) -> None:
            super().__init__()
            self.choices = choices
            self.value = value

    def __init__(self, choices: Sequence[Choice], *, inline: bool = False, classes: str = "") -> None:
        super().__init__(classes=f"choices {classes}".strip())
        self.choices = tuple(choices)
        self.inline = inline
        self.chosen = ""
        self.at = 0
        self.means_width = 0

    def show_choice(self, chosen: str, width: int, choices: Sequence[Choice] | None = None) -> None:
        """Mark `chosen`; `width` is what a line may take in cells."""
        if choices is not None:
            self.choices = tuple(choices)
        if chosen != self.chosen:
            self.chosen = chosen
            values = [choice.value for choice in self.choices]
            self.at = values.index(chosen) if chosen in values else 0
        self.means_width = width
        self.draw()

    def draw(self) -> None:
        self.update(_inline(self) if self.inline else _list(self))

    def on_focus(self) -> None:
        self.draw()

    def on_blur(self) -> None:
        self.draw()

    def action_move(self, by: int) -> None:
        if self.choices:
            self.at = (self.at + by) % len(self.choices)
            self.draw()

    def action_choose(self) -> None:
        if self.choices:
            self.post_message(self.Chosen(self, self.choices[self.at].value))

    def on_click(self, event: events.Click) -> None:
        if not self.inline and 0 <= event.y < len(self.choices):
            self.at = event.y
            self.action_choose()


def _list(widget: Choices) -> Content:
    longest = max((len(choice.label) for choice in widget.choices), default=0)
    return lines(*(_line(widget, index, longest) for index in range(len(widget.choices))))


def _line(widget: Choices, index: int, longest: int) -> Content:
    choice = widget.choices[index]
    mark = _CHOSEN if choice.value == widget.chosen else _OTHER
    is_here = widget.has_focus and index == widget.at
    label = visible(f"{mark} {choice.label:<{longest}}", "reverse" if is_here else "bold" if mark is _CHOSEN else "")
    room = widget.means_width - longest - 7
    means = elided(escaped(choice.means), room) if room > _LEAST_ROOM else ""
    return joined(label, visible(f"  {means}", "$quiet"))


def _inline(widget: Choices) -> Content:
    """As many as fit into two lines, then the rest is left to the arrow keys."""
    rows: list[Content] = []
    row: list[Content] = []
    used = 0
    for index, choice in enumerate(widget.choices):
        is_chosen = choice.value == widget.chosen
        label = f"[{choice.label}]" if is_chosen else f" {choice.label} "
        size = len(label) + 1
        if used + size > widget.means_width and row:
            rows.append(joined(*row))
            row, used = [], 0
        style = "reverse" if widget.has_focus and index == widget.at else "$primary"
        row += [visible(label, f"bold {style}" if is_chosen else style), visible(" ")]
        used += size
    return lines(*rows, joined(*row))
