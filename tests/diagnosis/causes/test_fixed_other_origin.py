"""fixed-other-origin: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.fixed_other_origin import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the right one": facts(call(), actual=answer(200, *allows())),
    "the wildcard": facts(call(cookies=True), actual=answer(200, *allows("*"))),
    "a pattern": facts(call(), actual=answer(200, *allows("https://*.example.com"))),
    "a list": facts(call(), actual=answer(200, *allows("https://a.example, https://b.example"))),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "null, which is no page's": (facts(call(), actual=answer(200, *allows("null"))), Certainty.PROVEN, "allows null"),
    "the development address": (CAUSE.example(), Certainty.PROVEN, "http://localhost:5173"),
    "the same to a stranger": (
        facts(
            call(),
            actual=answer(200, *allows("https://other.example")),
            experiments={experiments.STRANGER_ORIGIN: [answer(200, *allows("https://other.example"))]},
        ),
        Certainty.PROVEN,
        "alone",
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
