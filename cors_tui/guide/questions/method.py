"""With which method the page calls."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.guide.question import Choice, Question
from cors_tui.guide.sentences import sentence_about

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")


def _answer(case: Case, text: str) -> Case:
    return case.with_call(replace(case.call, method=text.strip()))


QUESTION = Question(
    name="method",
    label="method",
    asks="With which method?",
    why="Only GET, HEAD and POST may go without asking first.",
    read=lambda case: case.call.method,
    answer=_answer,
    choices=lambda _case: tuple(Choice(method, method) for method in _METHODS),
    fault=lambda case: sentence_about(case.call, "method"),
    placeholder="GET",
)
