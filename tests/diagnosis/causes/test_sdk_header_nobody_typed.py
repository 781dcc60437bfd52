"""sdk-header-nobody-typed: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.sdk_header_nobody_typed import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a header one writes": facts(
        call("GET", "X-Tenant: 7"), preflight=answer(204, *allows()), actual=answer(200, *allows())
    ),
    "it is allowed": facts(
        call("GET", "traceparent: 00-1-2-01"),
        preflight=answer(204, *allows(), "Access-Control-Allow-Headers: traceparent"),
        actual=answer(200, *allows()),
    ),
    "the preflight fails with and without it": facts(
        call("GET", "baggage: a=b"),
        preflight=answer(404),
        actual=answer(200),
        experiments={experiments.FEWER_HEADERS: [answer(404)]},
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "sentry": (CAUSE.example(), Certainty.LIKELY, "Sentry"),
    "refused because of it": (
        facts(
            call("GET", "request-id: |1.2."),
            preflight=answer(400),
            experiments={experiments.FEWER_HEADERS: [answer(200, *allows())]},
        ),
        Certainty.LIKELY,
        "Application Insights",
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
