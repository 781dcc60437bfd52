"""wildcard-with-credentials: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.wildcard_with_credentials import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the wildcard without credentials": facts(call(), actual=answer(200, *allows("*"))),
    "the origin with credentials": facts(call(cookies=True), actual=answer(200, *allows())),
    "the wildcard elsewhere": facts(
        call(cookies=True), actual=answer(200, *allows(), "Access-Control-Expose-Headers: *")
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a simple request": (CAUSE.example(), Certainty.PROVEN, "`*`"),
    "on the preflight": (
        facts(call("PUT", body="a", cookies=True), preflight=answer(204, *allows_all_of("*"))),
        Certainty.PROVEN,
        "credentials",
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
