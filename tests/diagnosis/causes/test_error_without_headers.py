"""error-without-headers: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.error_without_headers import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "an error the page can read": facts(call(), actual=answer(500, *allows())),
    "a gateway's error": facts(call(), actual=answer(504)),
    "a refusal": facts(call(), actual=answer(401)),
    "behind a preflight that fails": facts(call("GET", "X-Api-Key: k"), preflight=answer(405), actual=answer(500)),
    "all is well": facts(call(), actual=answer(200, *allows())),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "other answers have the headers": (CAUSE.example(), Certainty.PROVEN, "500"),
    "nothing to compare with": (facts(call(), actual=answer(500)), Certainty.LIKELY, "500"),
    "a refusal is called one": (facts(call(), actual=answer(422)), Certainty.LIKELY, "refuses the request"),
    "a 404 has the headers": (
        facts(call(), actual=answer(500), experiments={experiments.MISSING_PATH: [answer(404, *allows())]}),
        Certainty.PROVEN,
        "error page",
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
