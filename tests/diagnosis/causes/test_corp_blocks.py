"""corp-blocks: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.corp_blocks import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the header alone blocks no CORS request": facts(
        call(), actual=answer(200, *allows(), "Cross-Origin-Resource-Policy: same-origin")
    ),
    "blocked by something else": facts(call(), actual=answer(200), pasted=["net::ERR_BLOCKED_BY_CLIENT"]),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "corp": (CAUSE.example(), Certainty.PROVEN, "Cross-Origin-Resource-Policy"),
    "orb": (
        facts(call(), actual=answer(404, "Content-Type: text/html"), pasted=["net::ERR_BLOCKED_BY_ORB"]),
        Certainty.PROVEN,
        "opaque response blocking",
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
