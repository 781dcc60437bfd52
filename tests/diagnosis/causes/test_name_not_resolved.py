"""name-not-resolved: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.name_not_resolved import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts, no_answer
from cors_tui.standards.response import NetworkFailure

NEAR_MISSES: dict[str, Facts] = {
    "refused": facts(call(), actual=no_answer(NetworkFailure.CONNECTION_REFUSED)),
    "an answer": facts(call(), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a container's name": (CAUSE.example(), Certainty.PROVEN, "container"),
    "a typo": (
        facts(call(url="https://apii.example.com/"), actual=no_answer(NetworkFailure.NAME_NOT_RESOLVED)),
        Certainty.PROVEN,
        "apii.example.com.",
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
