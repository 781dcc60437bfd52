"""blocked-by-client: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.blocked_by_client import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts, no_answer
from cors_tui.standards.response import NetworkFailure

NEAR_MISSES: dict[str, Facts] = {
    "no answer, here neither": facts(
        call(),
        actual=no_answer(NetworkFailure.CONNECTION_REFUSED),
        pasted=["(Reason: CORS request did not succeed). Status code: (null)."],
    ),
    "a refusal of CORS": facts(call(), actual=answer(200), pasted=["has been blocked by CORS policy"]),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "chromium says so": (CAUSE.example(), Certainty.PROVEN, "never leaves"),
    "nothing came there, and here it does": (
        facts(
            call(),
            actual=answer(200, *allows()),
            pasted=["(Reason: CORS request did not succeed). Status code: (null)."],
        ),
        Certainty.POSSIBLE,
        "blocker",
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
