"""wildcard-misses-authorization: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.wildcard_misses_authorization import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "named beside it": facts(
        call("GET", "Authorization: Bearer t"),
        preflight=answer(204, *allows(), "Access-Control-Allow-Headers: *, authorization"),
        actual=answer(200, *allows()),
    ),
    "another header": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204, *allows(), "Access-Control-Allow-Headers: *"),
        actual=answer(200, *allows()),
    ),
    "with credentials it is another cause": facts(
        call("GET", "Authorization: Bearer t", cookies=True),
        preflight=answer(204, *allows(), "Access-Control-Allow-Headers: *"),
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "only the wildcard": (CAUSE.example(), Certainty.PROVEN, "Authorization"),
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
