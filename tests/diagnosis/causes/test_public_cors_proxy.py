"""public-cors-proxy: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.public_cors_proxy import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "your own proxy": facts(call(url="https://proxy.example.com/?https://api.example.com"), actual=answer(403)),
    "it works": facts(call(url="https://corsproxy.io/?https://api.example.com"), actual=answer(200, *allows("*"))),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "it refuses": (CAUSE.example(), Certainty.PROVEN, "corsproxy.io"),
    "in its own words": (
        facts(
            call(url="https://my-anywhere.herokuapp.com/http://localhost:3000"),
            actual=answer(400, body="Missing required request header. Must specify one of: origin,x-requested-with"),
        ),
        Certainty.PROVEN,
        "my-anywhere.herokuapp.com",
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
