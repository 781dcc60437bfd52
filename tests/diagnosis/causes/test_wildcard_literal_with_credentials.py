"""wildcard-literal-with-credentials: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.wildcard_literal_with_credentials import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "without credentials": facts(
        call("PUT", body="a"), preflight=answer(204, *allows(), "Access-Control-Allow-Methods: *")
    ),
    "listed beside it": facts(
        call("PUT", body="a", cookies=True),
        preflight=answer(
            204, *allows(), "Access-Control-Allow-Credentials: true", "Access-Control-Allow-Methods: *, PUT"
        ),
    ),
    "the origin is a wildcard, too": facts(
        call("PUT", body="a", cookies=True), preflight=answer(204, *allows("*"), "Access-Control-Allow-Methods: *")
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "methods": (CAUSE.example(), Certainty.PROVEN, "`PUT`"),
    "headers": (
        facts(
            call("GET", "X-Api-Key: k", cookies=True),
            preflight=answer(
                204, *allows(), "Access-Control-Allow-Credentials: true", "Access-Control-Allow-Headers: *"
            ),
        ),
        Certainty.PROVEN,
        "`x-api-key`",
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
