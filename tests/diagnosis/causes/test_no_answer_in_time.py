"""no-answer-in-time: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.no_answer_in_time import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts, no_answer
from cors_tui.remedy import Remedy
from cors_tui.standards.response import NetworkFailure

NEAR_MISSES: dict[str, Facts] = {
    "refused": facts(call(), actual=no_answer(NetworkFailure.CONNECTION_REFUSED)),
    "a gateway that waited": facts(call(), actual=answer(504)),
    "stopped by the person": facts(call(), actual=no_answer(NetworkFailure.CANCELLED)),
}

FOUND: dict[str, tuple[Facts, Remedy, str]] = {
    "taken, and never answered": (CAUSE.example(), Remedy.REPAIR_ERROR, "did not answer in time"),
    "not even a connection": (
        facts(call(), actual=no_answer(NetworkFailure.TIMED_OUT)),
        Remedy.START_SERVER,
        "was not reached in time",
    ),
    "no way": (facts(call(), actual=no_answer(NetworkFailure.UNREACHABLE)), Remedy.START_SERVER, "cannot be reached"),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_is_something_else(name: str) -> None:
    assert CAUSE.detect(NEAR_MISSES[name]) is None


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_with_its_certainty_and_says_what_it_saw(name: str) -> None:
    seen, helps, words = FOUND[name]
    finding = CAUSE.detect(seen)
    assert finding is not None
    assert finding.certainty is Certainty.PROVEN
    assert finding.remedies[0] is helps
    assert words in finding.says
