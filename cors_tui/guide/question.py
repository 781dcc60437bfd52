"""A question: what it asks, why, its answers, and what an answer does to the case. One file each in
`cors_tui/guide/questions/`, binding ``QUESTION``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from cors_tui import registry
from cors_tui.case import Case


class Kind(Enum):
    """How a question is answered: one line of text, several lines, or one of its choices."""

    TEXT = "text"
    LINES = "lines"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that is offered: its value in the case, what people call it, and what choosing it means."""

    value: str
    label: str
    means: str = ""


def _no_choices(_case: Case) -> tuple[Choice, ...]:
    return ()


def _no_fault(_case: Case) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the guide.

    `name` is its file's name with dashes, `label` a word or two for a form. `asks` is the question, `why` one sentence:
    why it matters here. `read` gives the current answer ("" when there is none; lines of a LINES question joined by
    newlines); `answer` gives the case with that answer, for any text whatever. `choices` are the answers offered (a
    TEXT question offers them as suggestions). `fault` says in one sentence what is wrong with the current answer, ""
    when nothing is.
    """

    name: str
    label: str
    asks: str
    why: str
    read: Callable[[Case], str]
    answer: Callable[[Case, str], Case]
    kind: Kind = Kind.TEXT
    choices: Callable[[Case], tuple[Choice, ...]] = _no_choices
    fault: Callable[[Case], str] = _no_fault
    placeholder: str = ""


def known_questions() -> dict[str, Question]:
    """Every question by its name."""
    found = registry.entries("cors_tui.guide.questions", "QUESTION", Question).values()
    return {question.name: question for question in found}
