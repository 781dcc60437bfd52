"""tls-on-plain-port: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.tls_on_plain_port import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts, no_answer
from cors_tui.standards.response import NetworkFailure

NEAR_MISSES: dict[str, Facts] = {
    "not trusted": facts(call(), actual=no_answer(NetworkFailure.TLS_UNTRUSTED)),
    "refused": facts(call(), actual=no_answer(NetworkFailure.CONNECTION_REFUSED)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "the handshake fails": (CAUSE.example(), Certainty.LIKELY, "port 8000"),
    "plain http answers there": (
        facts(
            call(url="https://localhost:8000/a", origin="http://localhost:3000"),
            actual=no_answer(NetworkFailure.TLS_FAILED),
            experiments={experiments.HTTP_INSTEAD: [answer(200)]},
        ),
        Certainty.PROVEN,
        "no TLS",
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
