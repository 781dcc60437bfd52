"""origin-null: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.origin_null import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts, no_answer
from cors_tui.standards.response import NetworkFailure

NEAR_MISSES: dict[str, Facts] = {
    "null is let in": facts(call(origin="null"), actual=answer(200, *allows("null"))),
    "everybody is let in": facts(call(origin="null"), actual=answer(200, *allows("*"))),
    "a page with an origin": facts(call(), actual=answer(200)),
    "nobody answers": facts(call(origin="null"), actual=no_answer(NetworkFailure.CONNECTION_REFUSED)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "not let in": (CAUSE.example(), Certainty.PROVEN, "no origin"),
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
