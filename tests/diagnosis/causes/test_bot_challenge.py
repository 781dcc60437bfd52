"""bot-challenge: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.bot_challenge import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "any 403 of cloudflare": facts(call(), actual=answer(403, "Server: cloudflare")),
    "a 503 of the program": facts(call(), actual=answer(503, body="busy")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "cloudflare": (CAUSE.example(), Certainty.PROVEN, "challenge"),
    "google": (
        facts(call(), actual=answer(302, "Location: https://www.google.com/sorry/index?q=a")),
        Certainty.PROVEN,
        "captcha",
    ),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_is_something_else(name: str) -> None:
    assert CAUSE.detect(NEAR_MISSES[name]) is None


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_with_its_certainty_and_says_what_it_saw(name: str) -> None:
    seen, certainty, words = FOUND[name]
    finding = CAUSE.detect(seen)
    assert finding is not None
    assert finding.certainty is certainty
    assert words in finding.says
