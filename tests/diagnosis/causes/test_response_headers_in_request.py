"""response-headers-in-request: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.response_headers_in_request import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a request header of CORS": facts(call("GET", "X-Access-Control: 1"), preflight=answer(204, *allows())),
    "the server even allows it": facts(
        call("GET", "Access-Control-Allow-Origin: *"),
        preflight=answer(204, *allows(), "Access-Control-Allow-Headers: access-control-allow-origin"),
        actual=answer(200, *allows()),
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "on the page": (CAUSE.example(), Certainty.PROVEN, "Access-Control-Allow-Origin"),
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
