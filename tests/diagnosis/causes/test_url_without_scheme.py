"""url-without-scheme: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.url_without_scheme import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "with a scheme": facts(call(url="http://localhost:8000/users"), actual=answer(200)),
    "a relative path": facts(call(url="/api/users")),
    "another scheme": facts(call(url="data:text/plain,hello")),
    "nothing typed": facts(call(url="")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "host and port": (CAUSE.example(), Certainty.PROVEN, "localhost:8000"),
    "host and path": (facts(call(url="api.example.com/users")), Certainty.PROVEN, "api.example.com"),
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
