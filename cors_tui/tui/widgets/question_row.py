"""One question of the guide as a row of a form: its label, its field or choices, and what is wrong with the answer."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from cors_tui.guide.question import Choice, Kind, Question
from cors_tui.tui.messages import Answered
from cors_tui.tui.view import View
from cors_tui.tui.visible import visible
from cors_tui.tui.widgets.choice import Choices
from cors_tui.tui.widgets.field import Field
from cors_tui.tui.widgets.panel import Shown

LABEL = 16


class QuestionRow(Vertical):
    """Shows a question and posts `Answered` with every change."""

    def __init__(self, question: Question) -> None:
        super().__init__(classes="question")
        self.question = question
        self.fault = Shown(classes="fault")
        self.why = Shown(visible(question.why, "$quiet"), classes="why")

    def compose(self) -> ComposeResult:
        yield Shown(visible(self.question.asks, "bold"))
        yield self.why
        yield from self.answers()
        yield self.fault

    def answers(self) -> ComposeResult:
        """The widgets the answer is given with."""
        raise NotImplementedError

    def show(self, view: View) -> None:
        """Show the current answer and its fault."""
        fault = self.question.fault(view.case)
        self.fault.display = bool(fault)
        self.fault.set(visible(f"! {fault}", "$warning"))
        self.why.display = view.is_wide

    def tell(self, answer: str) -> None:
        self.post_message(Answered(self.question.name, answer))


class TextRow(QuestionRow):
    """One line of text, with suggestions."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.field = Field(placeholder=question.placeholder, plain=question.name != "url")
        self.choices = Choices((), inline=True)

    def answers(self) -> ComposeResult:
        yield Horizontal(Shown(visible(f"{self.question.label:<{LABEL}}")), self.field, classes="row")
        yield self.choices

    def show(self, view: View) -> None:
        super().show(view)
        answer = self.question.read(view.case)
        self.field.revealed = view.revealed
        self.field.show_value(answer)
        offered = self.question.choices(view.case)
        self.choices.display = bool(offered) and (self.question.name != "origin" or not answer or view.is_wide)
        self.choices.show_choice(answer, view.content_width - 4, (*_recent(self.question, view), *offered))

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        event.stop()
        self.tell(event.value)

    @on(Choices.Chosen)
    def chosen(self, event: Choices.Chosen) -> None:
        event.stop()
        self.tell(event.value)


class ChoiceRow(QuestionRow):
    """One of several answers."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.choices = Choices(())

    def answers(self) -> ComposeResult:
        yield self.choices

    def show(self, view: View) -> None:
        super().show(view)
        self.choices.show_choice(
            self.question.read(view.case), view.content_width - 4, self.question.choices(view.case)
        )

    @on(Choices.Chosen)
    def chosen(self, event: Choices.Chosen) -> None:
        event.stop()
        self.tell(event.value)


class LinesRow(QuestionRow):
    """Any number of lines, each in its own field; the last one is always empty."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.lines: list[Field] = []
        self.rows = Vertical(classes="rows")

    def answers(self) -> ComposeResult:
        yield self.rows

    def show(self, view: View) -> None:
        super().show(view)
        wanted = self.question.read(view.case).splitlines()
        if self._typed() != wanted or not self.lines:
            self._fill(wanted)
        for field in self.lines:
            field.revealed = view.revealed

    def _typed(self) -> list[str]:
        return [field.value.strip() for field in self.lines if field.value.strip()]

    def _fill(self, wanted: list[str]) -> None:
        """Give each wanted line a field and keep an empty one; a field that is typed in keeps its text."""
        if any(field.has_focus for field in self.lines):
            return
        values = [*wanted, ""]
        for field, value in zip(self.lines, values, strict=False):
            field.show_value(value)
        for value in values[len(self.lines) :]:
            self._add(value)
        for field in self.lines[len(values) :]:
            self._remove(field)

    def _add(self, value: str) -> None:
        field = Field(value, self.question.placeholder)
        self.lines.append(field)
        self.rows.mount(Horizontal(Shown(visible(f"{self.question.label:<{LABEL}}")), field, classes="row"))

    def _remove(self, field: Field) -> None:
        self.lines.remove(field)
        if isinstance(field.parent, Horizontal):
            field.parent.remove()

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.lines and self.lines[-1].value.strip():
            self._add("")
        self.tell("\n".join(self._typed()))


def row_for(question: Question) -> QuestionRow:
    """The row that fits the question's kind."""
    return {Kind.TEXT: TextRow, Kind.LINES: LinesRow, Kind.CHOICE: ChoiceRow}[question.kind](question)


def _recent(question: Question, view: View) -> tuple[Choice, ...]:
    if question.name != "origin":
        return ()
    return tuple(Choice(origin, origin, "used before") for origin in view.recent)
