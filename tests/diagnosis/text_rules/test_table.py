"""The table is well made: known clues, known causes, weights in per cent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cors_tui.diagnosis.text_rules import table
from cors_tui.diagnosis.text_rules.table import RULES, Rule, fits
from cors_tui.standards.verdict import Refusal

FOLDER = Path(table.__file__).parent
MADE = "\n".join(
    (FOLDER / f"{name}.py").read_text(encoding="utf-8") for name in ("addresses", "calls", "clues", "words")
)
BUILT = {f"status-{code}" for code in [*range(100, 600), "1xx", "2xx", "3xx", "4xx", "5xx", "unknown"]}
BUILT |= {f"kind-{kind}" for kind in ("font", "image", "manifest", "script")}
BUILT |= {"chromium", "firefox", "webkit"} | {refusal.value for refusal in Refusal}


def test_every_clue_is_made_somewhere() -> None:
    """A row that waits for a clue nobody makes never speaks."""
    used = {clue.removeprefix("!") for rule in RULES for clue in rule.clues}
    assert {clue for clue in used - BUILT if not re.search(rf'"{clue}"', MADE)} == set()


def test_weights_are_shares() -> None:
    assert all(0 < weight <= 98 for rule in RULES for _, weight in rule.causes)


def test_no_row_stands_twice() -> None:
    assert len({frozenset(rule.clues) for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("clues", "shown", "result"),
    [
        (("a", "b"), {"a"}, False),
        (("a", "!b"), {"a", "b"}, False),
        (("a", "!b"), {"a", "c"}, True),
        (("a", "b"), {"a", "b", "c"}, True),
    ],
)
def test_a_row_speaks_of_texts_with_its_clues(clues: tuple[str, ...], shown: set[str], result: bool) -> None:
    assert fits(Rule(clues, ()), frozenset(shown)) is result
