"""cookie-not-sent-samesite: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.cookie_not_sent_samesite import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "within one site": facts(
        call(cookies=True),
        actual=answer(200, *allows(), "Access-Control-Allow-Credentials: true", "Set-Cookie: sid=1; SameSite=Lax"),
    ),
    "it may travel": facts(
        call(url="https://api.example.net/a", cookies=True),
        actual=answer(200, *allows(), "Set-Cookie: sid=1; Secure; SameSite=None"),
    ),
    "no credentials are sent": facts(
        call(url="https://api.example.net/a"), actual=answer(200, *allows(), "Set-Cookie: sid=1")
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "lax": (CAUSE.example(), Certainty.PROVEN, "sid"),
    "no attribute": (
        facts(call(url="https://api.example.net/a", cookies=True), actual=answer(200, *allows(), "Set-Cookie: sid=1")),
        Certainty.PROVEN,
        "SameSite=None",
    ),
    "none, but not secure": (
        facts(
            call(url="https://api.example.net/a", cookies=True),
            actual=answer(200, *allows(), "Set-Cookie: sid=1; SameSite=None"),
        ),
        Certainty.PROVEN,
        "Secure",
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
