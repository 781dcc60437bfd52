"""vary-missing: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.vary_missing import CAUSE
from cors_tui.diagnosis.examples import PAGE, allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "it says so": facts(
        call(), actual=answer(200, *allows()), experiments={experiments.STRANGER_ORIGIN: [answer(200)]}
    ),
    "a fixed origin": facts(
        call(),
        actual=answer(200, f"Access-Control-Allow-Origin: {PAGE}"),
        experiments={experiments.STRANGER_ORIGIN: [answer(200, f"Access-Control-Allow-Origin: {PAGE}")]},
    ),
    "no cache may keep it": facts(
        call(),
        actual=answer(200, f"Access-Control-Allow-Origin: {PAGE}", "Cache-Control: no-store"),
        experiments={experiments.STRANGER_ORIGIN: [answer(200)]},
    ),
    "the wildcard": facts(
        call(),
        actual=answer(200, "Access-Control-Allow-Origin: *"),
        experiments={experiments.STRANGER_ORIGIN: [answer(200)]},
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "it depends on the origin": (CAUSE.example(), Certainty.LIKELY, "Vary: Origin"),
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


ALLOWED_ALONE = (f"Access-Control-Allow-Origin: {PAGE}",)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Age: 0", False),
        ("Age: ²", False),
        (f"Age: {'9' * 5000}", True),
        ("X-Cache: MISS", False),
        ("Cache-Control: max-age=60", False),
        ("Age: 7", True),
        ("X-Cache: Hit from cloudfront", True),
        ("CF-Cache-Status: HIT", True),
    ],
)
def test_a_cache_that_answers_the_second_time_is_shown(line: str, shown: bool) -> None:
    first, second = answer(200, *ALLOWED_ALONE), answer(200, *ALLOWED_ALONE, line)
    seen = {experiments.STRANGER_ORIGIN: [answer(200)], experiments.TWICE: [first, second]}
    finding = CAUSE.detect(facts(call(), actual=first, experiments=seen))
    assert finding is not None
    assert (finding.evidence[-1].quote == line) is shown
