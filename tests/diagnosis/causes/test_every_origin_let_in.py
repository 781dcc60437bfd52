"""every-origin-let-in: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.every_origin_let_in import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a stranger is not let in": facts(
        call(), actual=answer(200, *allows()), experiments={experiments.STRANGER_ORIGIN: [answer(200, "Vary: Origin")]}
    ),
    "everybody, without credentials": facts(
        call(), actual=answer(200, *allows("*")), experiments={experiments.STRANGER_ORIGIN: [answer(200, *allows("*"))]}
    ),
    "reflected, without credentials": facts(
        call(),
        actual=answer(200, *allows()),
        experiments={experiments.STRANGER_ORIGIN: [answer(200, *allows("https://stranger.invalid"))]},
    ),
    "the person is blocked by something else": facts(
        call(),
        actual=answer(200),
        experiments={
            experiments.STRANGER_ORIGIN: [
                answer(200, *allows("https://stranger.invalid"), "Access-Control-Allow-Credentials: true")
            ]
        },
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a stranger": (CAUSE.example(), Certainty.PROVEN, "stranger.invalid"),
    "null": (
        facts(
            call(),
            actual=answer(200, *allows()),
            experiments={
                experiments.NULL_ORIGIN: [answer(200, *allows("null"), "Access-Control-Allow-Credentials: true")]
            },
        ),
        Certainty.PROVEN,
        "null",
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
