"""callback-error: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.callback_error import CAUSE
from cors_tui.diagnosis.examples import PAGE, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "any 500": facts(call(), actual=answer(500)),
    "500 without Origin, too": facts(
        call(), actual=answer(500), experiments={experiments.WITHOUT_ORIGIN: [answer(500)]}
    ),
    "another method without Origin": facts(
        call("POST", body="a"), actual=answer(500), experiments={experiments.WITHOUT_ORIGIN: [answer(200)]}
    ),
    "the words in a 200": facts(call(), actual=answer(200, body="Not allowed by CORS")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "in its own words": (CAUSE.example(), Certainty.PROVEN, "throws"),
    "only with Origin": (
        facts(call(), actual=answer(500), experiments={experiments.WITHOUT_ORIGIN: [answer(200)]}),
        Certainty.PROVEN,
        PAGE,
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
