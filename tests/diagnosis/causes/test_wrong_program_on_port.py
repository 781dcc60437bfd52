"""wrong-program-on-port: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.wrong_program_on_port import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts, no_answer
from cors_tui.standards.response import NetworkFailure

NEAR_MISSES: dict[str, Facts] = {
    "any 403": facts(call(), actual=answer(403)),
    "one server at both addresses": facts(
        call(url="http://localhost:5000/a", origin="http://localhost:3000"),
        actual=answer(200, "Server: uvicorn"),
        experiments={experiments.LOCALHOST_ADDRESSES: [answer(200, "Server: uvicorn"), answer(200, "Server: uvicorn")]},
    ),
    "only one address answers": facts(
        call(url="http://localhost:5000/a", origin="http://localhost:3000"),
        actual=answer(200),
        experiments={experiments.LOCALHOST_ADDRESSES: [no_answer(NetworkFailure.CONNECTION_REFUSED), answer(200)]},
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "airplay": (CAUSE.example(), Certainty.PROVEN, "AirPlay"),
    "two servers": (
        facts(
            call(url="http://localhost:5000/a", origin="http://localhost:3000"),
            actual=answer(404, "Server: nginx"),
            experiments={
                experiments.LOCALHOST_ADDRESSES: [answer(404, "Server: nginx"), answer(200, "Server: uvicorn")]
            },
        ),
        Certainty.LIKELY,
        "Two programs",
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
