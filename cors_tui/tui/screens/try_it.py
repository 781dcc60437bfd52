"""Try it here: what will be installed and run, a yes, and then the real answer beside the prediction."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from cors_tui.case import Case
from cors_tui.fixes.framework import Row
from cors_tui.session.trying import NotTried, Plan, Step, Trial, Tried
from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.request import CredentialsMode
from cors_tui.standards.response import Response
from cors_tui.tui.visible import joined, lines, visible, visible_lines
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Shown
from cors_tui.tui.widgets.tree import WORD_STYLES


class Runner(Protocol):
    """Carries a plan out: `cors_tui.session.trying.try_here`."""

    def __call__(self, case: Case, planned: Plan, *, yes: bool) -> AsyncIterator[Step]: ...


class TryScreen(ModalScreen[None]):
    """Says what would be done, does it after a yes, and shows how it ended. Escape leaves, and stops what runs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "begin", "yes, install and run it"),
        Binding("n,escape", "leave", "no, or leave"),
        Binding("down,j", "scroll(1)", "down", show=False),
        Binding("up,k", "scroll(-1)", "up", show=False),
        Binding("pagedown,space", "scroll(12)", "page down", show=False),
        Binding("pageup", "scroll(-12)", "page up", show=False),
    ]

    def __init__(self, case: Case, planned: Plan, runner: Runner) -> None:
        super().__init__(id="trial")
        self.case = case
        self.planned = planned
        self.runner = runner
        self.begun = False
        self.shown = Shown(plan_text(planned), id="try-it")

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            yield self.shown
        yield KeysLine()

    def action_leave(self) -> None:
        self.dismiss()

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_begin(self) -> None:
        """Begin, once."""
        self.begun = True
        self.refresh_bindings()
        self.run_worker(self._carry_out(), exclusive=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "begin" or not (self.begun or self.planned.missing)

    async def _carry_out(self) -> None:
        async for step in self.runner(self.case, self.planned, yes=True):
            self.shown.set(visible(f"{step.says} ...") if step.end is None else end_text(step.end))


def plan_text(planned: Plan) -> Content:
    """Every command that would be run and where, and the question; what is missing instead, where something is."""
    title = visible(f"Try it here: {planned.framework.title} with this policy", "bold")
    commands = [visible(f"  $ {command}", "$accent") for command in planned.commands]
    says = "In a scratch folder, which is removed afterwards, these would be run in this order:"
    sends = (
        "Then your request is sent to it on 127.0.0.1, with its headers; after it a preflight, requests that end in "
        "401, 404 and 500, and some as a stranger's page. Your own server is not asked."
    )
    brings = visible(f"They bring {planned.packages}, and what these need." if planned.packages else "", "$accent")
    rows = [title, visible(""), visible(says), *commands, brings, visible(""), visible(sends), visible("")]
    if planned.missing:
        return lines(*rows, visible(f"Not installed here: {', '.join(planned.missing)}.", "bold $error"))
    question = "Install and run this? The first commands may download packages."
    return lines(*rows, visible(question, "bold $warning"))


def end_text(end: Trial | NotTried) -> Content:
    """How it ended: each answer beside its prediction, and each browser's word; or why nothing was tried."""
    if isinstance(end, NotTried):
        return lines(visible(end.why, "bold $error"), visible(""), visible_lines(end.output, "$quiet"))
    wrong = sum(bool(each.differences) for each in end.tried)
    says = f"It answered as predicted, {len(end.tried)} times of {len(end.tried)}."
    if not end.as_predicted:
        says = f"It did not answer as predicted, {wrong} times of {len(end.tried)}."
    words = [
        joined(visible(f"{each.title:<9} "), visible(each.word.label, WORD_STYLES[each.word.value]))
        for each in end.verdicts.values()
    ]
    parts = [row for each in end.tried for row in _tried(each)]
    return lines(visible(says, "bold $success" if end.as_predicted else "bold $error"), visible(""), *words, *parts)


def _tried(tried: Tried) -> list[Content]:
    """What was asked, then a row for each line: `=` as predicted, `!` otherwise, with both sides."""
    origin = tried.request.headers.get("Origin") or ""
    asked = f"{tried.what}: {tried.request.method} {tried.request.url.path} from {origin or 'its own origin'}"
    head = [visible(""), visible(asked, "bold")]
    if not isinstance(tried.answer, Response):
        return [*head, visible(f"no answer: {tried.answer.failure.value}", "$error")]
    if origin:
        let_in = cors_check(tried.answer.headers, origin, CredentialsMode.OMIT) is None
        head.append(visible("  this page is let in" if let_in else "  this page is kept out", "$accent"))
    rows = tried.expected.rows(tried.answer)
    # The order of lines and the case of names stand in no row.
    rest = tried.differences if all(row.same for row in rows) else ()
    return [*head, *(line for row in rows for line in _row(row)), *(visible(f"! {each}", "$error") for each in rest)]


def _row(row: Row) -> list[Content]:
    if row.same:
        return [visible(f"= {row.name}  {row.answered}")]
    return [
        visible(f"! {row.name}", "bold $error"),
        visible(f"    predicted  {_or_nothing(row.predicted)}", "$quiet"),
        visible(f"    answered   {_or_nothing(row.answered)}"),
    ]


def _or_nothing(value: str | None) -> str:
    return "nothing" if value is None else value
