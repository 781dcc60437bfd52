"""bearer-needs-header: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.bearer_needs_header import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "without credentials": facts(
        call("GET", "Authorization: Bearer t"), preflight=answer(204, *allows()), actual=answer(200, *allows())
    ),
    "another header is missing": facts(
        call("GET", "X-Trace: 1", cookies=True),
        preflight=answer(204, *allows(), "Access-Control-Allow-Credentials: true"),
    ),
    "authorization is allowed": facts(
        call("GET", "Authorization: Bearer t", cookies=True),
        preflight=answer(204, *allows_all_of(), "Access-Control-Allow-Credentials: true"),
        actual=answer(200, *allows(), "Access-Control-Allow-Credentials: true"),
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "credentials instead of the header": (CAUSE.example(), Certainty.PROVEN, "not credentials"),
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
