"""A question for every cause that a text can hint at; a yes means that cause."""

from __future__ import annotations

from cors_tui.diagnosis.text_rules.confirming import CONFIRMING
from cors_tui.diagnosis.text_rules.settling import SETTLING
from tests.rows import each_row


def test_every_hinted_cause_has_its_question() -> None:
    """Neither more nor fewer."""
    assert CONFIRMING.keys() == SETTLING.keys()


@each_row("cause", CONFIRMING)
def test_it_is_one_question_for_yes_or_no(cause: str) -> None:
    """It begins with a verb or the place to look at, ends with its only question mark, and fits two small lines."""
    question = CONFIRMING[cause]
    opening = question.removeprefix("In the network panel or the log: ").split()[0].lower()
    assert opening in {"does", "do", "is", "has", "have"}
    assert question.endswith("?")
    assert len(question) <= 140


def test_no_two_causes_ask_the_same() -> None:
    """A yes could not tell them apart."""
    assert len(set(CONFIRMING.values())) == len(CONFIRMING)
