"""Whether a request that may change something is really sent."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.guide.question import Choice, Kind, Question

SEND = "send"


def _answer(case: Case, answer: str) -> Case:
    if answer == "yes":
        return case.with_consent(SEND)
    return replace(case, consents=case.consents - {SEND})


QUESTION = Question(
    name="send",
    label="send it",
    asks="Send this request for real?",
    why="It may change something at the server. Without it the verdict stays open behind the preflight.",
    read=lambda case: "yes" if SEND in case.consents else "",
    answer=_answer,
    kind=Kind.CHOICE,
    choices=lambda _case: (
        Choice("no", "no", "nothing is sent"),
        Choice("yes", "yes, send it once", "exactly what is shown goes to the server"),
    ),
)
