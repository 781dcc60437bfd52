"""origin-not-in-list: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.origin_not_in_list import CAUSE
from cors_tui.diagnosis.examples import PAGE, allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "no policy at all": facts(call(), actual=answer(200)),
    "the origin is named": facts(call(), actual=answer(200, *allows())),
    "it varies on something else": facts(call(), actual=answer(200, "Vary: Accept-Encoding")),
    "an error": facts(call(), actual=answer(500, "Vary: Origin")),
    "another answer lets the page in": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204, "Access-Control-Allow-Methods: GET"),
        actual=answer(200, *allows()),
    ),
    "a path that does not exist lets the page in": facts(
        call("PUT", body="a"),
        preflight=answer(204, "Access-Control-Allow-Methods: PUT"),
        experiments={experiments.MISSING_PATH: [answer(404, *allows())]},
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a policy without it": (CAUSE.example(), Certainty.LIKELY, PAGE),
    "another is let in": (
        facts(
            call(),
            actual=answer(200),
            answers={"second-origin": "https://admin.example.com"},
            experiments={experiments.SECOND_ORIGIN: [answer(200, *allows("https://admin.example.com"))]},
        ),
        Certainty.PROVEN,
        "https://admin.example.com",
    ),
    "only the header that exposes others is there": (
        facts(call(), actual=answer(200, "Access-Control-Expose-Headers: X-Total")),
        Certainty.LIKELY,
        "seems not",
    ),
    "it looks at the origin": (
        facts(call(), actual=answer(200, "Vary: Accept-Encoding, Origin")),
        Certainty.LIKELY,
        "seems not",
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
