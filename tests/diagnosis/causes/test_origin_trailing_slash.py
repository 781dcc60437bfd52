"""origin-trailing-slash: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.origin_trailing_slash import CAUSE
from cors_tui.diagnosis.examples import PAGE, allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the origin itself": facts(call(), actual=answer(200, *allows())),
    "a longer host": facts(call(), actual=answer(200, *allows("https://app.example.com.evil.example/"))),
    "another origin with a slash": facts(call(), actual=answer(200, *allows("https://www.example.com/"))),
    "a list": facts(call(), actual=answer(200, *allows(f"{PAGE}/, {PAGE}"))),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a slash": (CAUSE.example(), Certainty.PROVEN, f"{PAGE}/"),
    "a path": (facts(call(), actual=answer(200, *allows(f"{PAGE}/app"))), Certainty.PROVEN, "/app"),
    "on the preflight": (
        facts(call("PUT", body="a"), preflight=answer(204, *allows_all_of(f"{PAGE}/"))),
        Certainty.PROVEN,
        "without what follows",
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
