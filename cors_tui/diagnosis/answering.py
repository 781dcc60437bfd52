"""Telling likely causes apart by asking the person, where nothing can be sent. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from cors_tui.diagnosis.cause import Certainty
from cors_tui.diagnosis.hypotheses import Hypothesis
from cors_tui.diagnosis.text_rules.confirming import CONFIRMING

_CONFIRMED = 100
"""The weight of what the person says is so."""


class Answer(Enum):
    """What a person says to a question."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the person: a yes confirms `cause`, a no rules it out. `how` says how to find out."""

    cause: str
    question: str
    how: str


def ranked(found: tuple[Hypothesis, ...], answers: Mapping[str, Answer]) -> tuple[Hypothesis, ...]:
    """`found` in the light of the answers (by cause): what was confirmed first, then what is open by its weight.

    What was ruled out is gone. A confirmed one is likely, never proven: nobody has seen its bytes.
    """
    open_or_yes = [each for each in found if answers.get(each.cause) is not Answer.NO]
    return tuple(sorted((_judged(each, answers) for each in open_or_yes), key=lambda each: -each.weight))


def next_question(found: tuple[Hypothesis, ...], answers: Mapping[str, Answer]) -> Asked | None:
    """The question about the likeliest cause that was not asked about; None when one is confirmed or none is left."""
    if settled(found, answers) is not None:
        return None
    first = next((each for each in found if each.cause not in answers), None)
    return None if first is None else Asked(first.cause, CONFIRMING[first.cause], first.next_probe)


def settled(found: tuple[Hypothesis, ...], answers: Mapping[str, Answer]) -> Hypothesis | None:
    """What the person confirmed; None while nothing is, or when everything was ruled out.

    A single cause that is left when all others were ruled out is not thereby confirmed: a text names six at most.
    """
    return next((_judged(each, answers) for each in found if answers.get(each.cause) is Answer.YES), None)


def _judged(each: Hypothesis, answers: Mapping[str, Answer]) -> Hypothesis:
    if answers.get(each.cause) is not Answer.YES:
        return each
    return replace(each, certainty=Certainty.LIKELY, weight=_CONFIRMED, why="You said that it is so.")
