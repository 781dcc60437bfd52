"""mixed-content: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.mixed_content import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "https all the way": facts(call(), actual=answer(200)),
    "an http page": facts(
        call(url="http://api.example.com/a", origin="http://app.example.com"), actual=answer(200, *allows())
    ),
    "loopback is exempt": facts(call(url="http://localhost:8000/a"), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "http from https": (CAUSE.example(), Certainty.PROVEN, "by https"),
    "the console says so": (
        facts(call(), actual=answer(200), pasted=["Mixed Content: The page at 'https://a' was loaded over HTTPS"]),
        Certainty.PROVEN,
        "by https",
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
