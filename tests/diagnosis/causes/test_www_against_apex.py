"""www-against-apex: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.www_against_apex import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.experiments import WWW_VARIANT

NEAR_MISSES: dict[str, Facts] = {
    "another name below the same domain": facts(
        call(url="https://api.example.com/a", origin="https://example.com"), actual=answer(200)
    ),
    "it lets the page in": facts(
        call(url="https://www.example.com/a", origin="https://example.com"),
        actual=answer(200, *allows("https://example.com")),
    ),
    "another port": facts(call(url="https://www.example.com:8443/a", origin="https://example.com"), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "with www": (CAUSE.example(), Certainty.PROVEN, "two spellings"),
    "without": (
        facts(call(url="https://example.com/a", origin="https://www.example.com"), actual=answer(200)),
        Certainty.PROVEN,
        "example.com",
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


def test_the_other_spelling_is_shown_where_it_answers() -> None:
    asked = call(url="https://www.example.com/a", origin="https://example.com")
    for came, shown in ((answer(200), True), (answer(404), False)):
        finding = CAUSE.detect(facts(asked, actual=answer(200), experiments={WWW_VARIANT: [came]}))
        assert finding is not None
        assert any("own spelling" in each.shows for each in finding.evidence) is shown
