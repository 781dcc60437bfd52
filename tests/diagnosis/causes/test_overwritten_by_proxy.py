"""overwritten-by-proxy: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.overwritten_by_proxy import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the same on both ways": facts(
        call(),
        actual=answer(200, *allows("https://other.example")),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200, *allows("https://other.example"))]},
    ),
    "stripped": facts(
        call(),
        actual=answer(200),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200, *allows())]},
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "another value": (CAUSE.example(), Certainty.PROVEN, "over it"),
    "a wildcard over the origin": (
        facts(
            call(cookies=True),
            actual=answer(200, *allows("*")),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(200, *allows(), "Access-Control-Allow-Credentials: true")]},
        ),
        Certainty.PROVEN,
        "layer in front",
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
