"""doubled-by-two-layers: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.doubled_by_two_layers import CAUSE
from cors_tui.diagnosis.examples import PAGE, allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "once": facts(call(), actual=answer(200, *allows())),
    "methods twice do no harm": facts(
        call("PUT", body="a"), preflight=answer(204, *allows_all_of(), "Access-Control-Allow-Methods: PUT")
    ),
    "a list that the server sends itself": facts(
        call(),
        actual=answer(200, *allows(f"{PAGE}, https://b.example")),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200, *allows(f"{PAGE}, https://b.example"))]},
    ),
    "a list of different origins": facts(call(), actual=answer(200, *allows(f"{PAGE}, http://localhost:3000"))),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "two wildcards in one value": (facts(call(), actual=answer(200, *allows("**"))), Certainty.PROVEN, "twice"),
    "a layer in front adds its own origin": (
        facts(
            call(),
            actual=answer(200, *allows(f"{PAGE}, https://b.example")),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(200, *allows())]},
        ),
        Certainty.PROVEN,
        "and a layer in front once more",
    ),
    "a layer in front sends both": (
        facts(
            call(),
            actual=answer(200, *allows(), *allows()),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(200)]},
        ),
        Certainty.PROVEN,
        "a layer in front sends both",
    ),
    "many lines": (facts(call(), actual=answer(200, *[*allows()] * 7)), Certainty.PROVEN, "7 times"),
    "two lines": (CAUSE.example(), Certainty.PROVEN, "twice"),
    "two equal values in one line": (
        facts(call(), actual=answer(200, *allows(f"{PAGE}, {PAGE}"))),
        Certainty.PROVEN,
        "Allow-Origin",
    ),
    "credentials twice": (
        facts(call(cookies=True), actual=answer(200, *allows(), *["Access-Control-Allow-Credentials: true"] * 2)),
        Certainty.PROVEN,
        "Allow-Credentials",
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
    assert all(evidence.quote for evidence in finding.evidence)
