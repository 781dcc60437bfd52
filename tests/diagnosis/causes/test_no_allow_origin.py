"""no-allow-origin: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.no_allow_origin import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "another origin is named": facts(call(), actual=answer(200, *allows("https://www.example.com"))),
    "everything is right": facts(call(), actual=answer(200, *allows())),
    "a policy without this origin": facts(call(), actual=answer(200, "Access-Control-Allow-Credentials: true")),
    "an error without headers": facts(call(), actual=answer(500)),
    "only the real answer lacks them": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=answer(200)
    ),
    "an error where a redirect leads": facts(call(), actual=[answer(302, "Location: /b", *allows()), answer(500)]),
    "a redirect": facts(call(), actual=answer(302, "Location: /b")),
    "a preflight that is an error": facts(call("GET", "X-Api-Key: k"), preflight=answer(405), actual=answer(200)),
    "a page of the same origin": facts(call(origin="https://api.example.com"), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a simple request": (CAUSE.example(), Certainty.PROVEN, "without any CORS header"),
    "preflight and answer alike": (
        facts(call("GET", "X-Api-Key: k"), preflight=answer(200, "Allow: GET"), actual=answer(200)),
        Certainty.PROVEN,
        "OPTIONS",
    ),
    "a preflight without headers stands before an error": (
        facts(call("GET", "X-Api-Key: k"), preflight=answer(200, "Allow: GET"), actual=answer(500)),
        Certainty.PROVEN,
        "OPTIONS",
    ),
    "where a redirect leads": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(204, *allows_all_of()),
            actual=[answer(302, "Location: /b", *allows()), answer(200)],
        ),
        Certainty.PROVEN,
        "/b",
    ),
    "a redirect to nowhere": (facts(call(), actual=answer(302)), Certainty.PROVEN, "without any CORS header"),
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
