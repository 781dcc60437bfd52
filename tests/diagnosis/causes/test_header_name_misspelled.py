"""header-name-misspelled: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.header_name_misspelled import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

KEYED = call("GET", "X-Api-Key: k")

NEAR_MISSES: dict[str, Facts] = {
    "rightly spelled": facts(call(), actual=answer(200, "Access-Control-Allow-Origin: https://b.example")),
    "another header of CORS": facts(call(), actual=answer(200, "Access-Control-Allow-Methods: GET")),
    "a header of another standard": facts(call(), actual=answer(200, "Timing-Allow-Origin: *", "Origin: *")),
    "in lower case": facts(call(), actual=answer(200, "access-control-allow-origin: https://b.example")),
    "nobody misses it": facts(
        call(), actual=answer(200, *allows("https://b.example"), "Access-Control-Allow-Header: x-api-key")
    ),
    "misspelled beside the right one": facts(call(), actual=answer(200, *allows(), "Access-Control-Allow-Origins: *")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a letter too many": (CAUSE.example(), Certainty.PROVEN, "Access-Control-Allow-Origins"),
    "a letter is missing": (
        facts(call(), actual=answer(200, "Acces-Control-Allow-Origin: *")),
        Certainty.PROVEN,
        "Acces-Control",
    ),
    "underscores": (
        facts(call(), actual=answer(200, "Access_Control_Allow_Origin: *")),
        Certainty.PROVEN,
        "Access_Control",
    ),
    "the beginning is missing": (facts(call(), actual=answer(200, "Allow-Origin: *")), Certainty.PROVEN, "`Allow-Or"),
    "the singular": (
        facts(KEYED, preflight=answer(204, *allows(), "Access-Control-Allow-Header: x-api-key")),
        Certainty.PROVEN,
        "the name is Access-Control-Allow-Headers",
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
