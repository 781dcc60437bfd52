"""two-places-disagree: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.two_places_disagree import CAUSE
from cors_tui.diagnosis.examples import PAGE, allows, allows_all_of, answer, call, facts

OTHER = "https://www.example.com"
KEYED = call("GET", "X-Api-Key: k")

NEAR_MISSES: dict[str, Facts] = {
    "the same other origin everywhere": facts(
        KEYED, preflight=answer(204, *allows_all_of(OTHER)), actual=answer(200, *allows(OTHER))
    ),
    "the other answer names nobody": facts(KEYED, preflight=answer(204, *allows_all_of()), actual=answer(200)),
    "no other answer was seen": facts(call(), actual=answer(200, *allows(OTHER))),
    "the right origin with a slash": facts(
        KEYED, preflight=answer(204, *allows_all_of()), actual=answer(200, *allows(f"{PAGE}/"))
    ),
    "everybody, with credentials": facts(
        call(cookies=True),
        actual=answer(200, *allows("*")),
        experiments={experiments.MISSING_PATH: [answer(404, *allows())]},
    ),
    "all is well, and strangers are answered otherwise": facts(
        KEYED, preflight=answer(204, *allows_all_of()), actual=answer(200, *allows())
    ),
    "another server answers after a redirect": facts(
        call(), actual=[answer(302, "Location: https://files.example.net/a", *allows()), answer(200, *allows(OTHER))]
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "the request names another": (CAUSE.example(), Certainty.PROVEN, OTHER),
    "the preflight names another": (
        facts(KEYED, preflight=answer(204, *allows_all_of(OTHER)), actual=answer(200, *allows())),
        Certainty.PROVEN,
        "to the preflight",
    ),
    "only this route names another": (
        facts(
            call(),
            actual=answer(200, *allows(OTHER)),
            experiments={experiments.MISSING_PATH: [answer(404, *allows())]},
        ),
        Certainty.PROVEN,
        "to the request",
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
