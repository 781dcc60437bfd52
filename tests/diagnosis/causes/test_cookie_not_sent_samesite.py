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
    "it only removes a cookie": facts(
        call(url="https://api.example.net/a", cookies=True),
        actual=answer(200, *allows(), "Set-Cookie: sid=; Max-Age=0"),
    ),
    "one site of a public suffix of two labels": facts(
        call(url="https://api.example.co.uk/a", origin="https://app.example.co.uk", cookies=True),
        actual=answer(200, *allows("https://app.example.co.uk"), "Set-Cookie: sid=1; Path=/"),
    ),
    "a load balancer's own": facts(
        call(url="https://api.example.net/a", cookies=True),
        actual=answer(200, *allows(), "Set-Cookie: AWSALB=1; Path=/"),
    ),
    "no credentials are sent": facts(
        call(url="https://api.example.net/a"), actual=answer(200, *allows(), "Set-Cookie: sid=1")
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "lax": (CAUSE.example(), Certainty.PROVEN, "sid"),
    "two sites below one public suffix": (
        facts(
            call(url="https://api.github.io/a", origin="https://app.github.io", cookies=True),
            actual=answer(200, *allows("https://app.github.io"), "Set-Cookie: sid=1; Path=/; SameSite=Lax"),
        ),
        Certainty.PROVEN,
        "sid",
    ),
    "two sites of one country": (
        facts(
            call(url="https://b.co.uk/a", origin="https://a.co.uk", cookies=True),
            actual=answer(200, *allows("https://a.co.uk"), "Set-Cookie: sid=1; Path=/"),
        ),
        Certainty.PROVEN,
        "sid",
    ),
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
