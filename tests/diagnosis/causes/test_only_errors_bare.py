"""only-errors-bare: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.only_errors_bare import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a server's failure": facts(call("PUT", body="a"), preflight=answer(204, *allows_all_of()), actual=answer(500)),
    "nothing else has them": facts(call(), actual=answer(400)),
    "not found is its own cause": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=answer(404)
    ),
    "the page can read it": facts(call(), actual=answer(422, *allows())),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "422 behind a good preflight": (CAUSE.example(), Certainty.PROVEN, "422"),
    "a 404 has them": (
        facts(call(), actual=answer(400), experiments={experiments.MISSING_PATH: [answer(404, *allows())]}),
        Certainty.PROVEN,
        "400",
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
