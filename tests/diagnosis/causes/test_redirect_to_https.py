"""redirect-to-https: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.redirect_to_https import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts, no_answer
from cors_tui.experiments import HTTPS_INSTEAD
from cors_tui.standards.response import Answer, NetworkFailure

NEAR_MISSES: dict[str, Facts] = {
    "https to http": facts(call(), actual=answer(301, "Location: http://api.example.com/users")),
    "another path at https": facts(
        call(url="http://api.example.com/users", origin="http://app.example.com"),
        actual=answer(301, "Location: https://api.example.com/"),
    ),
    "another host at https": facts(
        call(url="http://api.example.com/users", origin="http://app.example.com"),
        actual=answer(301, "Location: https://www.example.com/users"),
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a preflight": (CAUSE.example(), Certainty.PROVEN, "should begin with https"),
    "a simple request": (
        facts(
            call(url="http://api.example.com/users", origin="http://app.example.com"),
            actual=answer(308, "Location: https://api.example.com/users"),
        ),
        Certainty.PROVEN,
        "308",
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


@pytest.mark.parametrize(
    ("by_https", "let_in", "comes_next"),
    [
        pytest.param(answer(200, *allows("http://app.example.com")), True, False, id="let in there"),
        pytest.param(answer(200), False, True, id="no header there either"),
        pytest.param(no_answer(NetworkFailure.TLS_FAILED), False, False, id="no answer there"),
    ],
)
def test_what_the_answer_by_https_shows_already(by_https: Answer, let_in: bool, comes_next: bool) -> None:
    asked = call(url="http://api.example.com/users", origin="http://app.example.com")
    moved = answer(301, "Location: https://api.example.com/users")
    finding = CAUSE.detect(facts(asked, actual=moved, experiments={HTTPS_INSTEAD: [by_https]}))
    assert finding is not None
    assert (finding.evidence[-1].shows == "by https your page is let in") is let_in
    assert ("By https the answer (200) has no" in finding.next) is comes_next
