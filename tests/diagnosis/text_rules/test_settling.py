"""What to send or to ask, for every cause of the table."""

from __future__ import annotations

from cors_tui.diagnosis.cause import known_causes
from cors_tui.diagnosis.text_rules.settling import SETTLING
from cors_tui.diagnosis.text_rules.table import RULES

NAMES = {cause.name for cause in known_causes().values()}


def test_every_cause_of_the_table_says_how_to_settle_it() -> None:
    assert {cause for rule in RULES for cause, _ in rule.causes} <= SETTLING.keys()


def test_every_cause_is_known() -> None:
    assert SETTLING.keys() <= NAMES


def test_each_is_a_sentence_or_a_question() -> None:
    assert [name for name, says in SETTLING.items() if not says.endswith((".", "?"))] == []
