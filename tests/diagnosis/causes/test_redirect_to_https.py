"""redirect-to-https: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.redirect_to_https import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "https to http": facts(call(), actual=answer(301, "Location: http://api.example.com/users")),
    "another path at https": facts(
        call(url="http://api.example.com/users", origin="http://app.example.com"),
        actual=answer(301, "Location: https://api.example.com/"),
    ),
    "another host at https": facts(
        call(url="http://api.example.com/users", origin="http://app.example.com"),
        actual=answer(301, "Location: https://www.example.com/users"),
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a preflight": (CAUSE.example(), Certainty.PROVEN, "should begin with https"),
    "a simple request": (
        facts(
            call(url="http://api.example.com/users", origin="http://app.example.com"),
            actual=answer(308, "Location: https://api.example.com/users"),
        ),
        Certainty.PROVEN,
        "308",
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
