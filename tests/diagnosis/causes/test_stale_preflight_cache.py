"""stale-preflight-cache: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.stale_preflight_cache import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "it is still blocked": facts(call(), actual=answer(200), pasted=["has been blocked by CORS policy"]),
    "a short time": facts(
        call("PUT", body="a"),
        preflight=answer(204, *allows_all_of(), "Access-Control-Max-Age: 7200"),
        actual=answer(200, *allows()),
    ),
    "not a number": facts(
        call("PUT", body="a"),
        preflight=answer(204, *allows_all_of(), "Access-Control-Max-Age: ²9"),
        actual=answer(200, *allows()),
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "the browser says otherwise": (CAUSE.example(), Certainty.POSSIBLE, "older"),
    "kept for a day": (
        facts(
            call("PUT", body="a"),
            preflight=answer(204, *allows_all_of(), "Access-Control-Max-Age: 86400"),
            actual=answer(200, *allows()),
        ),
        Certainty.POSSIBLE,
        "86400 seconds",
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
