"""origin-wrong-host-or-port: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.origin_wrong_host_or_port import CAUSE
from cors_tui.diagnosis.examples import PAGE, allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the twin is let in, and so is this origin, twice": facts(
        call(),
        actual=answer(200, *allows(), *allows()),
        experiments={experiments.SECOND_ORIGIN: [answer(200, *allows("https://www.app.example.com")), answer(200)]},
    ),
    "an unrelated host": facts(call(), actual=answer(200, *allows("https://other.example"))),
    "the scheme differs, too": facts(call(), actual=answer(200, *allows("http://app.example.com:8080"))),
    "a slash": facts(call(), actual=answer(200, *allows(f"{PAGE}/"))),
    "a neighbour below the same domain": facts(call(), actual=answer(200, *allows("https://www.example.com"))),
    "the wildcard": facts(call(), actual=answer(200, *allows("*"))),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "localhost and 127.0.0.1": (CAUSE.example(), Certainty.PROVEN, "two different hosts"),
    "another port": (facts(call(), actual=answer(200, *allows(f"{PAGE}:8443"))), Certainty.PROVEN, "8443"),
    "www": (facts(call(), actual=answer(200, *allows("https://www.app.example.com"))), Certainty.PROVEN, "www"),
    "only the twin is let in": (
        facts(
            call(url="http://localhost:8000/a", origin="http://localhost:4201"),
            actual=answer(200, "Vary: Origin"),
            experiments={experiments.SECOND_ORIGIN: [answer(200, *allows("http://127.0.0.1:4201")), answer(200)]},
        ),
        Certainty.PROVEN,
        "lets http://127.0.0.1:4201 in",
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
