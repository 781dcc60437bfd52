"""not-found-404: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.not_found_404 import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "only OPTIONS is not found": facts(call("GET", "X-Api-Key: k"), preflight=answer(404), actual=answer(200)),
    "the page can read it": facts(call(), actual=answer(404, *allows())),
    "the preflight is refused": facts(call("GET", "X-Api-Key: k"), preflight=answer(401), actual=answer(404)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a simple request": (CAUSE.example(), Certainty.PROVEN, "/users"),
    "OPTIONS and GET": (
        facts(call("GET", "X-Api-Key: k"), preflight=answer(404), actual=answer(404)),
        Certainty.PROVEN,
        "404",
    ),
    "behind a good preflight": (
        facts(call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=answer(404)),
        Certainty.PROVEN,
        "404",
    ),
    "the server behind has it": (
        facts(
            call(),
            actual=answer(404),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(200)]},
        ),
        Certainty.PROVEN,
        "the origin server has it",
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
