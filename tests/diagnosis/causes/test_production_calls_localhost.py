"""production-calls-localhost: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.production_calls_localhost import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts, no_answer
from cors_tui.standards.response import NetworkFailure

NEAR_MISSES: dict[str, Facts] = {
    "a page in development": facts(
        call(url="http://localhost:8000/a", origin="http://localhost:3000"), actual=answer(200)
    ),
    "a page in the local network": facts(
        call(url="http://localhost:8000/a", origin="http://192.168.1.7:3000"), actual=answer(200)
    ),
    "a page at a local name": facts(call(url="http://localhost:8000/a", origin="http://box.local"), actual=answer(200)),
    "a public target": facts(call(), actual=answer(200)),
    "a host that begins alike": facts(call(url="https://localhost.example.com/"), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a public page": (CAUSE.example(), Certainty.PROVEN, "production build"),
    "nobody answers there": (
        facts(call(url="http://127.0.0.1:3000/a"), actual=no_answer(NetworkFailure.CONNECTION_REFUSED)),
        Certainty.PROVEN,
        "127.0.0.1",
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
