"""apps-script-access: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.apps_script_access import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "another host": facts(call(url="https://script.example.com/exec"), actual=answer(401)),
    "a good answer": facts(call(url="https://script.google.com/macros/s/a/exec"), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "not open": (CAUSE.example(), Certainty.LIKELY, "Apps Script"),
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
