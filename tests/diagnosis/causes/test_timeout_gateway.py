"""timeout-gateway: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.timeout_gateway import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "the program's own failure": facts(call(), actual=answer(500)),
    "the page can read it": facts(call(), actual=answer(503, *allows())),
    "a 504 in another text": facts(call(), actual=answer(200), pasted=["see issue 504"]),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "504": (CAUSE.example(), Certainty.PROVEN, "waited too long"),
    "503 may be the server's own": (facts(call(), actual=answer(503)), Certainty.PROVEN, "The server, or a proxy"),
    "502 on the preflight": (facts(call("PUT", body="a"), preflight=answer(502)), Certainty.PROVEN, "502"),
    "the console says so": (
        facts(call(), pasted=["GET https://api.example.com/users net::ERR_FAILED 502 (Bad Gateway)"]),
        Certainty.PROVEN,
        "502",
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
