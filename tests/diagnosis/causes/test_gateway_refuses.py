"""gateway-refuses: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.gateway_refuses import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a 401 of another server": facts(call(), actual=answer(401, body="Unauthorized")),
    "the same words of any program": facts(call(), actual=answer(403, body='{"message":"Forbidden"}')),
    "OPTIONS is refused, so it is authentication in front of it": facts(
        call("PUT", body="a"), preflight=answer(403, "apigw-requestid: A", body='{"message":"Forbidden"}')
    ),
    "the page can read it": facts(call(), actual=answer(401, *allows(), body='{"message":"Unauthorized"}')),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "an authorizer": (CAUSE.example(), Certainty.PROVEN, "API Gateway"),
    "words of its own, beside its mark": (
        facts(call(), actual=answer(403, "apigw-requestid: A", body='{"message":"Forbidden"}')),
        Certainty.PROVEN,
        "before your code",
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
