"""host-not-allowed: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.host_not_allowed import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "any 400": facts(call(), actual=answer(400, body="Bad Request")),
    "the origin is refused": facts(call("PUT", body="a"), preflight=answer(400, body="Disallowed CORS origin")),
    "the page can read it": facts(call(), actual=answer(400, *allows(), body="Invalid host header")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "Starlette": (CAUSE.example(), Certainty.PROVEN, "api.example.com"),
    "Vite, of a simple request": (
        facts(call(), actual=answer(403, body='Blocked request. This host ("api.example.com") is not allowed.')),
        Certainty.PROVEN,
        "server.allowedHosts",
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
