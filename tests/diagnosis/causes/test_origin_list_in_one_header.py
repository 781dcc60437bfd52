"""origin-list-in-one-header: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.origin_list_in_one_header import CAUSE
from cors_tui.diagnosis.examples import PAGE, allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "one": facts(call(), actual=answer(200, *allows())),
    "two lines": facts(call(), actual=answer(200, *allows(), *allows("https://b.example"))),
    "one value twice": facts(call(), actual=answer(200, *allows(f"{PAGE}, {PAGE}"))),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "commas": (CAUSE.example(), Certainty.PROVEN, "2 values"),
    "spaces": (facts(call(), actual=answer(200, *allows(f"{PAGE} https://b.example"))), Certainty.PROVEN, "list"),
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
