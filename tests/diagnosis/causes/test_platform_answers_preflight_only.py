"""platform-answers-preflight-only: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.platform_answers_preflight_only import CAUSE
from cors_tui.diagnosis.examples import allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "no platform's mark": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=answer(200)
    ),
    "no preflight": facts(call(), actual=answer(200, "x-amzn-RequestId: 1")),
    "an error": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=answer(502, "x-amzn-RequestId: 1")
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a function's answer": (CAUSE.example(), Certainty.PROVEN, "your function's own answer"),
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
