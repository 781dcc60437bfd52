"""csp-connect-src: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.csp_connect_src import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a refusal of CORS": facts(call(), actual=answer(200), pasted=["has been blocked by CORS policy"]),
    "the server's own policy does not count": facts(
        call(), actual=answer(200, "Content-Security-Policy: connect-src 'self'")
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "chromium": (CAUSE.example(), Certainty.PROVEN, "Content-Security-Policy"),
    "firefox": (
        facts(
            call(),
            actual=answer(200, *allows()),
            pasted=["Content-Security-Policy: The page’s settings blocked the loading of a resource (connect-src)"],
        ),
        Certainty.PROVEN,
        "nothing was sent",
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
