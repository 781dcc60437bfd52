"""malformed-list: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.malformed_list import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a good list": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=answer(200, *allows())
    ),
    "empty elements are fine": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204, *allows(), "Access-Control-Allow-Headers: , x-api-key,,"),
        actual=answer(200, *allows()),
    ),
    "not in the list": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(204, *allows(), "Access-Control-Allow-Headers: a, b")
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "semicolons": (CAUSE.example(), Certainty.PROVEN, "Allow-Methods"),
    "quotes": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(204, *allows(), 'Access-Control-Allow-Headers: "x-api-key"'),
            actual=answer(200, *allows()),
        ),
        Certainty.PROVEN,
        "Allow-Headers",
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
