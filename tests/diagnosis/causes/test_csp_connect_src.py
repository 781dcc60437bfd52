"""csp-connect-src: the near misses that are something else, and what must be found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.csp_connect_src import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.standards.header_list import HeaderList

OWN_POLICY = HeaderList.of([("Content-Security-Policy", "default-src 'self'")])
NAMES_IT = HeaderList.of([("Content-Security-Policy", "connect-src https://api.example.com")])
TOLD = replace(call(), page_headers=OWN_POLICY)
ALLOWED = replace(call(), page_headers=NAMES_IT)

NEAR_MISSES: dict[str, Facts] = {
    "the page's own policy names the API": facts(ALLOWED, actual=answer(200)),
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
    "the page's headers are known": (facts(TOLD), Certainty.PROVEN, "nothing was sent"),
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
