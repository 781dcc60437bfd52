"""origin-wrong-scheme: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.origin_wrong_scheme import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the right scheme": facts(call(), actual=answer(200, *allows())),
    "another scheme and another port": facts(call(), actual=answer(200, *allows("http://app.example.com:8080"))),
    "another host": facts(call(), actual=answer(200, *allows("http://www.example.com"))),
    "the twin is not let in either": facts(
        call(), actual=answer(200), experiments={experiments.SECOND_ORIGIN: [answer(200), answer(200)]}
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "http for https": (CAUSE.example(), Certainty.PROVEN, "http://app.example.com"),
    "no scheme": (facts(call(), actual=answer(200, *allows("app.example.com"))), Certainty.PROVEN, "scheme"),
    "only the twin is let in": (
        facts(
            call(),
            actual=answer(200, "Vary: Origin"),
            experiments={experiments.SECOND_ORIGIN: [answer(200), answer(200, *allows("http://app.example.com"))]},
        ),
        Certainty.PROVEN,
        "http://app.example.com",
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
