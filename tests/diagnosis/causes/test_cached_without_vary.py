"""cached-without-vary: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.cached_without_vary import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a fixed origin for everybody": facts(
        call(),
        actual=answer(200, *allows()),
        experiments={
            experiments.A_NONE_B: [answer(200, *allows())] * 3,
            experiments.STRANGER_ORIGIN: [answer(200, *allows())],
        },
    ),
    "wrong past the cache, too": facts(
        call(), actual=answer(200, "Age: 9"), experiments={experiments.PAST_THE_CACHE: [answer(200)]}
    ),
    "a redirect past the cache is no answer": facts(
        call(), actual=answer(200, "Age: 9"), experiments={experiments.PAST_THE_CACHE: [answer(302, *allows())]}
    ),
    "an error is not a stored answer": facts(
        call(), actual=answer(500), experiments={experiments.PAST_THE_CACHE: [answer(200, *allows())]}
    ),
    "each origin gets its own": facts(
        call(),
        actual=answer(200, *allows()),
        experiments={
            experiments.A_NONE_B: [answer(200, *allows()), answer(200), answer(200)],
            experiments.NONE_FIRST: [answer(200), answer(200, *allows())],
            experiments.STRANGER_ORIGIN: [answer(200)],
        },
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a stored answer": (CAUSE.example(), Certainty.PROVEN, "past the cache"),
    "who asks without Origin first spoils it": (
        facts(
            call(),
            actual=answer(200, *allows()),
            experiments={
                experiments.A_NONE_B: [answer(200, *allows())] * 3,
                experiments.NONE_FIRST: [answer(200), answer(200, "X-Cache: HIT")],
            },
        ),
        Certainty.PROVEN,
        "without Origin",
    ),
    "a stranger gets your answer": (
        facts(
            call(),
            actual=answer(200, *allows()),
            experiments={
                experiments.A_NONE_B: [answer(200, *allows())] * 3,
                experiments.STRANGER_ORIGIN: [answer(200)],
            },
        ),
        Certainty.PROVEN,
        "whoever asks first",
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
