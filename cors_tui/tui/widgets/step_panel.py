"""The panel of one step: what it says, its questions, what follows from the answers."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content

from cors_tui.guide.question import known_questions
from cors_tui.guide.tree import STEPS, Step
from cors_tui.tui.steps import called, cdn, credentials, request_type, verdict, verify
from cors_tui.tui.view import View
from cors_tui.tui.visible import visible
from cors_tui.tui.widgets.panel import LatePanel, Shown
from cors_tui.tui.widgets.question_row import QuestionRow, row_for

Text = Callable[[View], Content]

_TEXTS: dict[str, tuple[Text, Text]] = {
    "called": (called.above, called.below),
    "request-type": (request_type.above, request_type.below),
    "credentials": (credentials.above, credentials.below),
    "cdn": (cdn.above, cdn.below),
    "verdict": (verdict.above, verdict.below),
    "verify": (verify.above, verify.below),
}
_ASKED_ELSEWHERE = ("send", "framework")


class StepPanel(LatePanel):
    """One step. Its texts come from `cors_tui.tui.steps`, its questions from the guide's table."""

    def __init__(self, step: Step) -> None:
        super().__init__(id=f"step-{step.name}", classes="step")
        self.step = step
        self.above = Shown()
        self.below = Shown()
        known = known_questions()
        self.rows: list[QuestionRow] = [row_for(known[name]) for name in step.asks if name not in _ASKED_ELSEWHERE]

    def compose(self) -> ComposeResult:
        yield self.above
        yield from self.rows
        yield self.below

    def on_mount(self) -> None:
        super().on_mount()
        number = STEPS.index(self.step) + 1
        self.entitle(visible(f"{number} {self.step.title}: {self.step.why}"))

    def draw(self, view: View) -> None:
        above, below = (text(view) for text in _TEXTS[self.step.name])
        self.above.display, self.below.display = bool(above.plain), bool(below.plain)
        self.above.set(above)
        self.below.set(below)
        for row in self.rows:
            row.show(view)
