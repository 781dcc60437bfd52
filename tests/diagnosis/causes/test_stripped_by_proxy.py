"""stripped-by-proxy: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.stripped_by_proxy import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a stored answer": facts(
        call(),
        actual=answer(200),
        answers={"origin-server": "h:1"},
        experiments={
            experiments.DIRECT: [answer(200, *allows())],
            experiments.PAST_THE_CACHE: [answer(200, *allows())],
        },
    ),
    "a header is gone that nobody misses": facts(
        call(),
        actual=answer(200, "Access-Control-Allow-Origin: https://other.example"),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200, *allows(), "Access-Control-Allow-Credentials: true")]},
    ),
    "another kind of answer": facts(
        call(),
        actual=answer(200, "Content-Type: text/html"),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200, "Content-Type: application/json", *allows())]},
    ),
    "an error page of its own, where good answers keep the header": facts(
        call(),
        actual=answer(500),
        answers={"origin-server": "h:1"},
        experiments={
            experiments.DIRECT: [answer(500, *allows())],
            experiments.MISSING_PATH: [answer(404, *allows())],
        },
    ),
    "bare on both ways": facts(
        call(),
        actual=answer(200),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200)]},
    ),
    "the proxy's own error": facts(
        call(),
        actual=answer(502),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200, *allows())]},
    ),
    "the origin server was not asked": facts(call(), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "gone on the way": (CAUSE.example(), Certainty.PROVEN, "removes it"),
    "only the list of request headers is gone": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(204, *allows_all_of()[:-1]),
            actual=answer(200, *allows()),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(204, *allows_all_of()), answer(200, *allows())]},
        ),
        Certainty.PROVEN,
        "Access-Control-Allow-Headers",
    ),
    "gone from the preflight alone": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(204),
            actual=answer(200, *allows()),
            answers={"origin-server": "h:1"},
            experiments={
                experiments.DIRECT: [answer(204, *allows_all_of()), answer(200, *allows())],
                experiments.PAST_THE_CACHE: [answer(200, *allows())],
            },
        ),
        Certainty.PROVEN,
        "removes it",
    ),
    "gone from an error": (
        facts(
            call(),
            actual=answer(500),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(500, *allows())]},
        ),
        Certainty.PROVEN,
        "removes it",
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
