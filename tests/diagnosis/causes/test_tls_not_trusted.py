"""tls-not-trusted: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.tls_not_trusted import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts, no_answer
from cors_tui.standards.response import NetworkFailure

NEAR_MISSES: dict[str, Facts] = {
    "plain http on the port": facts(call(), actual=no_answer(NetworkFailure.TLS_FAILED)),
    "refused": facts(call(), actual=no_answer(NetworkFailure.CONNECTION_REFUSED)),
    "an answer": facts(call(), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "signed by itself": (CAUSE.example(), Certainty.PROVEN, "trusts"),
    "expired": (facts(call(), actual=no_answer(NetworkFailure.TLS_EXPIRED)), Certainty.PROVEN, "expired"),
    "another name": (
        facts(call(), actual=no_answer(NetworkFailure.TLS_NAME_MISMATCH)),
        Certainty.PROVEN,
        "another name",
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
