"""file-page: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.file_page import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a page without an origin": facts(call(origin="null"), actual=answer(200)),
    "a file in a text about something else": facts(
        call(), actual=answer(200), pasted=["I opened file:///home/me/notes.txt first"]
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "typed": (CAUSE.example(), Certainty.PROVEN, "from the disk"),
    "pasted": (
        facts(
            call(origin="null"),
            actual=answer(200),
            pasted=["Access to script at 'file:///C:/app/main.js' from origin 'null' has been blocked by CORS policy"],
        ),
        Certainty.PROVEN,
        "from the disk",
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
