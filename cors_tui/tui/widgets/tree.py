"""The tree of steps with their states, as a column or as one line of numbers."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from cors_tui.guide.tree import STEPS, State, Step, state_of
from cors_tui.tui.view import View
from cors_tui.tui.visible import joined, lines, visible
from cors_tui.tui.widgets.panel import Panel, Shown

_STYLES = {State.HERE: "bold reverse", State.DONE: "$success", State.OPEN: "", State.SKIPPED: "$quiet"}


class StepChosen(Message):
    """A step was clicked."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self.step = step


class TreePanel(Panel):
    """The tree beside the step."""

    can_focus = False

    def __init__(self) -> None:
        self.text = Shown()
        super().__init__(self.text, id="tree")

    def on_mount(self) -> None:
        self.entitle(visible("Guide"))

    def show(self, view: View) -> None:
        self.text.set(tree_column(view))

    def on_click(self, event: events.Click) -> None:
        row = event.screen_y - self.text.region.y
        if 0 <= row < len(STEPS):
            self.post_message(StepChosen(STEPS[row].name))


class TreeLine(Shown):
    """The tree as numbers, and each browser's verdict, in one line."""

    def show(self, view: View) -> None:
        self.set(tree_line(view))


def tree_column(view: View) -> Content:
    """One line a step: its sign, number and title."""
    return lines(*(_row(number, found, view) for number, found in enumerate(STEPS, 1)))


def _row(number: int, found: Step, view: View) -> Content:
    state = state_of(found, view.case, view.step)
    return visible(f" {state.value} {number} {found.title:<18}", _STYLES[state])


def tree_line(view: View) -> Content:
    """``1+ 2> 3  4  5  6  7   Chromium BLOCKED  ...``; the words fall back to initials where there is no room."""
    marks = joined(*(_mark(number, found, view) for number, found in enumerate(STEPS, 1)))
    if view.judgement is None or view.is_waiting:
        says = "asking ..." if view.asking else "not probed yet"
        return joined(visible(" "), marks, visible(f"  {says}", "$quiet"))
    verdicts = view.judgement.verdicts.values()
    whole = sum(len(v.title) + len(v.word.label) + 3 for v in verdicts) + marks.cell_length + 1
    short = whole > view.width
    words = [_word(v.title[:2] if short else v.title, v.word.label, v.word.value) for v in verdicts]
    return joined(visible(" "), marks, visible(" "), *words)


def _mark(number: int, found: Step, view: View) -> Content:
    state = state_of(found, view.case, view.step)
    return joined(visible(f"{number}{state.value}", _STYLES[state]), visible(" "))


def _word(title: str, label: str, value: str) -> Content:
    return joined(visible(f" {title} "), visible(label, WORD_STYLES.get(value, "bold")), visible(" "))


WORD_STYLES = {
    "allowed": "bold $success",
    "blocked": "bold $error",
    "asks-the-user": "bold $warning",
    "undecided": "bold $warning",
    "unreachable": "bold $error",
    "not-asked": "$quiet",
}
