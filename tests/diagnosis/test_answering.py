"""Likely causes, told apart by what a person answers."""

from __future__ import annotations

from cors_tui.diagnosis.answering import Answer, next_question, ranked, settled
from cors_tui.diagnosis.cause import Certainty
from cors_tui.diagnosis.hypotheses import Hypothesis

FOUND = tuple(
    Hypothesis(cause, cause, "a group", Certainty.POSSIBLE, "why", f"how to know of {cause}", weight)
    for cause, weight in (("options-not-handled", 40), ("auth-before-cors", 30), ("no-allow-origin", 20))
)


def names(found: tuple[Hypothesis, ...]) -> list[str]:
    return [each.cause for each in found]


def test_without_answers_nothing_changes() -> None:
    """And the likeliest is asked about first."""
    assert ranked(FOUND, {}) == FOUND
    asked = next_question(FOUND, {})
    assert asked is not None
    assert asked.cause == "options-not-handled"
    assert asked.how == "how to know of options-not-handled"
    assert settled(FOUND, {}) is None


def test_a_no_rules_out_and_the_next_one_is_asked_about() -> None:
    """Ruled out is gone."""
    answers = {"options-not-handled": Answer.NO}
    assert names(ranked(FOUND, answers)) == ["auth-before-cors", "no-allow-origin"]
    asked = next_question(FOUND, answers)
    assert asked is not None
    assert asked.cause == "auth-before-cors"


def test_not_knowing_keeps_the_place_and_is_not_asked_again() -> None:
    """It may still be so."""
    answers = {"options-not-handled": Answer.UNKNOWN}
    assert ranked(FOUND, answers) == FOUND
    asked = next_question(FOUND, answers)
    assert asked is not None
    assert asked.cause == "auth-before-cors"


def test_a_yes_comes_first_and_ends_the_asking_but_proves_nothing() -> None:
    """Nobody has seen the bytes."""
    answers = {"options-not-handled": Answer.UNKNOWN, "no-allow-origin": Answer.YES}
    first = ranked(FOUND, answers)[0]
    assert (first.cause, first.certainty) == ("no-allow-origin", Certainty.LIKELY)
    assert settled(FOUND, answers) == first
    assert next_question(FOUND, answers) is None


def test_when_all_are_ruled_out_none_is_settled() -> None:
    """Nor the last one that was left before."""
    answers = dict.fromkeys(names(FOUND), Answer.NO)
    assert ranked(FOUND, answers) == ()
    assert next_question(FOUND, answers) is None
    assert settled(FOUND, answers) is None
    assert settled(FOUND, dict.fromkeys(names(FOUND)[:2], Answer.NO)) is None
