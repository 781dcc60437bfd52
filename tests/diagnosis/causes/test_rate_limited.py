"""rate-limited: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.rate_limited import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "another refusal": facts(call(), actual=answer(403)),
    "the page can read it": facts(call(), actual=answer(429, *allows())),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "429": (CAUSE.example(), Certainty.PROVEN, "429"),
    "the console says so": (
        facts(call(), pasted=["GET https://api.example.com/users net::ERR_FAILED 429 (Too Many Requests)"]),
        Certainty.PROVEN,
        "429",
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
