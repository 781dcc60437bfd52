"""supabase-verify-jwt: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.supabase_verify_jwt import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "another 401": facts(call("PUT", body="a"), preflight=answer(401, body="Unauthorized")),
    "the function's own answer": facts(call(), actual=answer(200, body="Missing authorization header")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "on the preflight": (CAUSE.example(), Certainty.PROVEN, "JWT"),
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
