"""Texts in which no browser speaks."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.text_rules.words import REFUSALS, beside_clues, loose_clues
from cors_tui.standards.verdict import Refusal
from tests.rows import each_row


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


@each_row(
    ("text", "clues"),
    [
        ("Origin 'http://a.test' is therefore not allowed access. Blocked by CORS policy.", set()),
        ("the body says: Invalid CORS request", {"beside-refused-origin"}),
        ("Error: Not allowed by CORS", {"beside-refused-origin"}),
        ("Disallowed CORS headers", {"beside-refused-names"}),
        ('{"message":"Missing Authentication Token"}', {"beside-gateway-route"}),
        ('{"code":"BOOT_ERROR","message":"Worker failed to boot"}', {"beside-boot"}),
        ("I call an Edge Function", {"beside-function"}),
        ("it fails after 30 seconds", {"beside-slow"}),
        ("SQLSTATE[42S02]: Base table or view not found", {"beside-exception"}),
        ("since I deployed it to my VPS", {"beside-deployed"}),
        ("it works in incognito", {"beside-private-window"}),
        ("gone after purging the CDN", {"beside-cache"}),
        ("client intended to send too large body", {"beside-big"}),
    ],
)
def test_what_people_write_beside_a_line_is_a_clue(text: str, clues: set[str]) -> None:
    assert set(beside_clues(text)) == clues
