"""location-drops-headers: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.location_drops_headers import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

KEYED = call("GET", "X-Api-Key: k")

NEAR_MISSES: dict[str, Facts] = {
    "another server": facts(
        call(),
        actual=answer(200, "Server: Express"),
        experiments={experiments.MISSING_PATH: [answer(404, *allows())]},
    ),
    "no path has them": facts(
        call(), actual=answer(200, "Server: nginx"), experiments={experiments.MISSING_PATH: [answer(404)]}
    ),
    "OPTIONS answered by another server": facts(
        KEYED,
        preflight=answer(204, "Server: Express", "Access-Control-Allow-Methods: GET"),
        actual=answer(200, "Server: nginx", *allows()),
    ),
    "OPTIONS answered with nothing": facts(
        KEYED, preflight=answer(204, "Server: nginx"), actual=answer(200, "Server: nginx", *allows())
    ),
    "OPTIONS answered with lists, and no answer lets the page in": facts(
        KEYED, preflight=answer(204, "Server: nginx", "Access-Control-Allow-Methods: GET"), actual=answer(200)
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "another path has them": (CAUSE.example(), Certainty.LIKELY, "Another path"),
    "the block for OPTIONS has lists of its own": (
        facts(
            KEYED,
            preflight=answer(204, "Server: nginx", "Access-Control-Allow-Methods: GET"),
            actual=answer(200, "Server: nginx", *allows()),
        ),
        Certainty.LIKELY,
        "answers the preflight with Access-Control-Allow-Methods",
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
