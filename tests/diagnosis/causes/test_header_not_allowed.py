"""header-not-allowed: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.header_not_allowed import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the origin is refused in the same words": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(400, body="Disallowed CORS origin, headers")
    ),
    "listed in capitals": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204, *allows(), "Access-Control-Allow-Headers: X-API-KEY"),
        actual=answer(200, *allows()),
    ),
    "the wildcard": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204, *allows(), "Access-Control-Allow-Headers: *"),
        actual=answer(200, *allows()),
    ),
    "the origin is refused first": facts(call("GET", "X-Api-Key: k"), preflight=answer(204), actual=answer(200)),
    "refused with and without them": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(405),
        actual=answer(200),
        experiments={experiments.FEWER_HEADERS: [answer(405)]},
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "refused in so many words": (
        facts(call("GET", "X-Api-Key: k"), preflight=answer(400, *allows(), body="Disallowed CORS headers")),
        Certainty.PROVEN,
        "because of a header",
    ),
    "not listed": (CAUSE.example(), Certainty.PROVEN, "`x-trace`"),
    "no list": (
        facts(call("GET", "X-Api-Key: k"), preflight=answer(204, *allows()), actual=answer(200, *allows())),
        Certainty.PROVEN,
        "`x-api-key`",
    ),
    "refused because of them": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(400),
            actual=answer(200, *allows()),
            experiments={experiments.FEWER_HEADERS: [answer(200, *allows_all_of())]},
        ),
        Certainty.PROVEN,
        "accepted without them",
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
