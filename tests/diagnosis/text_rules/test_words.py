"""Texts in which no browser speaks."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.text_rules.words import REFUSALS, loose_clues
from cors_tui.standards.verdict import Refusal


def test_every_refusal_has_a_sentence() -> None:
    assert set(REFUSALS) == set(Refusal)
    assert all(sentence.endswith(".") for sentence in REFUSALS.values())


@pytest.mark.parametrize(
    ("text", "clues"),
    [
        ("the weather is fine, 21 degrees", set()),
        ("port 4040 is open", set()),
        ("OPTIONS /x returns 401", {"words", "preflight", "status-401", "status-4xx"}),
        ("failed with status code 403:", {"words", "status-403", "status-4xx"}),
        ("The headers 'a,b' are not allowed", {"words", "header-words"}),
        ("getaddrinfo ENOTFOUND backend", {"words", "name-words"}),
        ("why is this CORS request failing?", {"words"}),
    ],
)
def test_words_are_clues(text: str, clues: set[str]) -> None:
    assert set(loose_clues(text)) == clues
