"""url-undefined: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.url_undefined import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a URL in the path": facts(call(url="https://proxy.example/https://api.example.com/"), actual=answer(200)),
    "the word inside another": facts(call(url="https://api.example.com/undefinedness"), actual=answer(200)),
    "nullable is a word": facts(call(url="https://api.example.com/nullable"), actual=answer(200)),
    "a URL in the query": facts(call(url="https://api.example.com/go?to=https://b.example/"), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "the host": (CAUSE.example(), Certainty.PROVEN, "`undefined`"),
    "in the path": (
        facts(call(url="https://api.example.com/users/null"), actual=answer(404)),
        Certainty.PROVEN,
        "null",
    ),
    "a template": (facts(call(url="https://api.example.com/${id}"), actual=answer(404)), Certainty.PROVEN, "${id}"),
    "the scheme twice": (facts(call(url="http://https://api.example.com/")), Certainty.PROVEN, "http://https:"),
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
