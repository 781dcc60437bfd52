"""method-not-allowed: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.method_not_allowed import CAUSE
from cors_tui.diagnosis.examples import JSON, allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "listed": facts(call("DELETE"), preflight=answer(204, *allows_all_of())),
    "post need not be listed": facts(
        call("POST", JSON, body="{}"),
        preflight=answer(204, *allows(), "Access-Control-Allow-Headers: content-type"),
    ),
    "the wildcard without credentials": facts(
        call("DELETE"), preflight=answer(204, *allows(), "Access-Control-Allow-Methods: *")
    ),
    "the status is refused first": facts(call("DELETE"), preflight=answer(405, *allows())),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "in another case": (
        facts(call("PUT", body="a"), preflight=answer(204, *allows(), "Access-Control-Allow-Methods: get, put")),
        Certainty.PROVEN,
        "lists `put`, in another case",
    ),
    "refused in so many words": (
        facts(call("DELETE"), preflight=answer(400, *allows(), body="Disallowed CORS method")),
        Certainty.PROVEN,
        "because of the method",
    ),
    "not listed": (CAUSE.example(), Certainty.PROVEN, "DELETE"),
    "no list": (facts(call("PUT", body="a"), preflight=answer(204, *allows(), "Allow: PUT")), Certainty.PROVEN, "PUT"),
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
