"""Which framework the server is written with."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.fixes.framework import known_frameworks
from cors_tui.guide.question import Choice, Kind, Question


def _choices(_case: Case) -> tuple[Choice, ...]:
    return tuple(Choice(each.name, each.title, each.language) for each in known_frameworks().values())


QUESTION = Question(
    name="framework",
    label="framework",
    asks="What is the server written with?",
    why="The change is the same everywhere; the code is not.",
    read=lambda case: case.answers.get("framework", ""),
    answer=lambda case, answer: case.with_answer("framework", answer),
    kind=Kind.CHOICE,
    choices=_choices,
)
