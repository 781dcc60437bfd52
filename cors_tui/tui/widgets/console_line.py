"""Exactly what the browser prints, in one line; whole in a pop-up."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content

from cors_tui.session.judging import BrowserVerdict
from cors_tui.standards.response import NetworkError, NetworkFailure
from cors_tui.tui.messages import WholeWanted
from cors_tui.tui.view import View
from cors_tui.tui.visible import elided, escaped, joined, visible
from cors_tui.tui.widgets.panel import Panel, Shown


class ConsolePanel(Panel):
    """The console of one browser; Enter or a click opens it whole."""

    BINDINGS = [Binding("enter", "whole", "Whole line")]  # noqa: RUF012 -- Textual reads it from the class

    def __init__(self) -> None:
        self.text = Shown()
        super().__init__(self.text, id="console")

    def show(self, view: View) -> None:
        self.entitle(console_title(view))
        self.text.set(console_line(view))

    def action_whole(self) -> None:
        self.post_message(WholeWanted())

    def on_click(self, _event: events.Click) -> None:
        self.post_message(WholeWanted())


def console_text(view: View) -> str:
    """All lines the browser prints, whole, for reading and copying."""
    verdict = view.verdict
    return "\n".join(line.text for line in verdict.console) if verdict else ""


def console_title(view: View) -> Content:
    verdict = view.verdict
    title = verdict.title if verdict else view.browser.title()
    return joined(visible(f"Console of {title}"), visible("  (c: next browser)", "$quiet"))


def console_line(view: View) -> Content:
    """The first line, elided in its middle to the terminal's width."""
    verdict = view.verdict
    if verdict is None:
        return visible("nothing printed yet", "$quiet")
    if not verdict.console:
        return visible(_why_silent(verdict), "$quiet")
    more = f"  (+{len(verdict.console) - 1})" if len(verdict.console) > 1 else ""
    room = view.width - 4 - len(more)
    return joined(visible(elided(escaped(verdict.console[0].text), room)), visible(more, "$quiet"))


def _why_silent(verdict: BrowserVerdict) -> str:
    if verdict.outcome is None:
        return "nothing known yet: not everything was sent"
    failure = verdict.outcome.failure
    answer = failure.answer if failure else None
    waits = isinstance(answer, NetworkError) and answer.failure is NetworkFailure.NO_ANSWER_YET
    return "prints nothing, and waits longer than we did" if waits else "prints nothing"
