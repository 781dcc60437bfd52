"""allow-origin-empty: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.allow_origin_empty import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "absent": facts(call(), actual=answer(200)),
    "an origin": facts(call(), actual=answer(200, *allows())),
    "a host": facts(call(), actual=answer(200, *allows("app.example.com"))),
    "null": facts(call(), actual=answer(200, *allows("null"))),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "nothing in it": (CAUSE.example(), Certainty.PROVEN, "nothing in it"),
    "a variable by name": (facts(call(), actual=answer(200, *allows("${CORS_ORIGIN}"))), Certainty.PROVEN, "${CORS"),
    "Apache's unset variable": (facts(call(), actual=answer(200, *allows("(null)"))), Certainty.PROVEN, "(null)"),
    "undefined": (facts(call(), actual=answer(200, *allows("undefined"))), Certainty.PROVEN, "`undefined`"),
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
