"""auth-before-cors: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.auth_before_cors import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a 401 that the page can read": facts(call(), actual=answer(401, *allows())),
    "a 403 for OPTIONS alone": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(403),
        actual=answer(200, *allows()),
        experiments={experiments.PLAIN_OPTIONS: [answer(403)]},
    ),
    "a preflight without headers stands before the 401": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(200), actual=answer(401)
    ),
    "a 405": facts(call("PUT", body="a"), preflight=answer(405)),
    "no answer to OPTIONS stands before the 401": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(404), actual=answer(401)
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "401 on the preflight": (CAUSE.example(), Certainty.PROVEN, "401"),
    "401 on the preflight with headers": (
        facts(call("PUT", body="a"), preflight=answer(401, *allows_all_of())),
        Certainty.PROVEN,
        "preflight",
    ),
    "403 may be another refusal": (facts(call("PUT", body="a"), preflight=answer(403)), Certainty.LIKELY, "403"),
    "a gateway's key on OPTIONS": (
        facts(call("PUT", body="a"), preflight=answer(403, "apigw-requestid: A", body='{"message":"Forbidden"}')),
        Certainty.PROVEN,
        "API Gateway",
    ),
    "401 without headers": (facts(call(), actual=answer(401)), Certainty.PROVEN, "no CORS headers"),
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
