"""The credentials mode of the request."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.guide.question import Choice, Kind, Question
from cors_tui.standards.request import CredentialsMode


def _answer(case: Case, answer: str) -> Case:
    known = {mode.value: mode for mode in CredentialsMode}
    return case.with_call(replace(case.call, credentials=known.get(answer, case.call.credentials)))


QUESTION = Question(
    name="credentials-mode",
    label="credentials mode",
    asks="Which `credentials:` does the page's code write?",
    why="Only `include` sends cookies to another origin, and only then the server must allow credentials.",
    read=lambda case: case.call.credentials.value,
    answer=_answer,
    kind=Kind.CHOICE,
    choices=lambda _case: (
        Choice("same-origin", "same-origin", "what fetch does unasked: no cookies to another origin"),
        Choice("include", "include", "cookies and HTTP authentication go along (axios: withCredentials)"),
        Choice("omit", "omit", "never, not even to the page's own origin"),
    ),
)
