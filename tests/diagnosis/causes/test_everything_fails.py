"""everything-fails: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.everything_fails import CAUSE
from cors_tui.diagnosis.diagnose import diagnose
from cors_tui.diagnosis.examples import allows, answer, call, facts

FAILS = answer(500)
OWN_WORDS = answer(500, body='{"statusCode":500,"message":"Invalid CORS origin option"}')

NEAR_MISSES: dict[str, Facts] = {
    "only this path fails": facts(
        call(),
        actual=FAILS,
        experiments={experiments.MISSING_PATH: [answer(404)], experiments.WITHOUT_ORIGIN: [FAILS]},
    ),
    "only with this origin": facts(
        call(),
        actual=FAILS,
        experiments={experiments.MISSING_PATH: [FAILS], experiments.WITHOUT_ORIGIN: [answer(200)]},
    ),
    "only the preflight fails": facts(
        call("GET", "X-Api-Key: k"),
        preflight=FAILS,
        actual=answer(200, *allows()),
        experiments={experiments.MISSING_PATH: [FAILS], experiments.WITHOUT_ORIGIN: [FAILS, FAILS]},
    ),
    "a gateway without a server": facts(
        call(),
        actual=answer(502),
        experiments={experiments.MISSING_PATH: [answer(502)], experiments.WITHOUT_ORIGIN: [answer(502)]},
    ),
    "other paths were not asked": facts(call(), actual=FAILS, experiments={experiments.WITHOUT_ORIGIN: [FAILS]}),
    "a request without Origin was not sent": facts(
        call(), actual=FAILS, experiments={experiments.MISSING_PATH: [FAILS]}
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "the CORS code says so itself": (
        facts(
            call(),
            actual=OWN_WORDS,
            experiments={experiments.MISSING_PATH: [OWN_WORDS], experiments.WITHOUT_ORIGIN: [OWN_WORDS]},
        ),
        Certainty.PROVEN,
        "in the CORS code itself",
    ),
    "a simple request": (CAUSE.example(), Certainty.PROVEN, "Every request fails"),
    "a preflighted one": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=FAILS,
            actual=FAILS,
            experiments={experiments.MISSING_PATH: [FAILS], experiments.WITHOUT_ORIGIN: [FAILS, FAILS]},
        ),
        Certainty.PROVEN,
        "does not exist",
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


def test_it_is_cors_where_the_cors_code_says_so_and_not_otherwise() -> None:
    """The first sentence of what is seen."""
    own = diagnose(FOUND["the CORS code says so itself"][0])
    other = diagnose(CAUSE.example())
    assert (own.is_cors, other.is_cors) == (True, False)
    assert other.headline.startswith("Not CORS: ")
