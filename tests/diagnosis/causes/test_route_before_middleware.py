"""route-before-middleware: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.route_before_middleware import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the route is at another host, behind a redirect": facts(
        call(),
        actual=[answer(302, "Location: https://b.example/", *allows()), answer(200)],
        experiments={experiments.MISSING_PATH: [answer(404, *allows())]},
    ),
    "the preflight was that of the address that redirects": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204, *allows_all_of()),
        actual=[answer(302, "Location: /b", *allows()), answer(200)],
    ),
    "both have it": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=answer(200, *allows())
    ),
    "both lack it": facts(call("GET", "X-Api-Key: k"), preflight=answer(204), actual=answer(200)),
    "the answer is an error": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=answer(500)
    ),
    "nor has HEAD": facts(call(), actual=answer(200), experiments={experiments.HEAD: [answer(200)]}),
    "no path has it": facts(call(), actual=answer(200), experiments={experiments.MISSING_PATH: [answer(404)]}),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "only OPTIONS has it": (
        facts(call(), actual=answer(200), experiments={experiments.PLAIN_OPTIONS: [answer(204, *allows())]}),
        Certainty.PROVEN,
        "OPTIONS gets",
    ),
    "only HEAD has it": (
        facts(call(), actual=answer(200), experiments={experiments.HEAD: [answer(200, *allows())]}),
        Certainty.PROVEN,
        "HEAD gets",
    ),
    "another path has it, and no answer of this one": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(200, "Allow: GET, HEAD"),
            actual=answer(200),
            experiments={experiments.MISSING_PATH: [answer(404, *allows())]},
        ),
        Certainty.PROVEN,
        "does not run for it",
    ),
    "the preflight has it": (CAUSE.example(), Certainty.PROVEN, "answered rightly"),
    "a path that does not exist has it": (
        facts(call(), actual=answer(200), experiments={experiments.MISSING_PATH: [answer(404, *allows())]}),
        Certainty.PROVEN,
        "does not run for it",
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
