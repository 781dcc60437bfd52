"""allow-origin-invalid-value: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.allow_origin_invalid_value import CAUSE
from cors_tui.diagnosis.examples import PAGE, allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "an origin": facts(call(), actual=answer(200, *allows("https://other.example"))),
    "the wildcard": facts(call(cookies=True), actual=answer(200, *allows("*"))),
    "null": facts(call(), actual=answer(200, *allows("null"))),
    "a list": facts(call(), actual=answer(200, *allows("https://a.example https://b.example"))),
    "empty": facts(call(), actual=answer(200, *allows(""))),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a pattern": (CAUSE.example(), Certainty.PROVEN, "patterns do not exist"),
    "a list of JSON": (facts(call(), actual=answer(200, *allows(f'["{PAGE}"]'))), Certainty.PROVEN, "as text"),
    "quotes": (facts(call(), actual=answer(200, *allows("'*'"))), Certainty.PROVEN, "patterns"),
    "a quoted origin": (facts(call(), actual=answer(200, *allows(f'"{PAGE}"'))), Certainty.PROVEN, "quotes"),
    "the default port": (facts(call(), actual=answer(200, *allows(f"{PAGE}:443"))), Certainty.PROVEN, "default port"),
    "no scheme": (facts(call(), actual=answer(200, *allows("www.example.org"))), Certainty.PROVEN, "scheme is missing"),
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
