"""html-instead-of-api: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.html_instead_of_api import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the API's own error page": facts(
        call(),
        actual=answer(200, "Content-Type: text/html", body="<html>"),
        experiments={experiments.MISSING_PATH: [answer(404, "Content-Type: text/html", body="<html>")]},
    ),
    "data": facts(
        call(),
        actual=answer(200, "Content-Type: application/json", body="[]"),
        experiments={experiments.MISSING_PATH: [answer(200, "Content-Type: text/html", body="<html>")]},
    ),
    "nothing else was asked": facts(call(), actual=answer(200, "Content-Type: text/html", body="<html>")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "every path is a page": (CAUSE.example(), Certainty.PROVEN, "another server"),
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
