"""cookie-rejected: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.cookie_rejected import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts
from tests.diagnosis.cookie_setting import sets

NEAR_MISSES: dict[str, Facts] = {
    "the common parent": sets("sid=1; Domain=example.com"),
    "its own host": sets("sid=1; Domain=api.example.com; Secure"),
    "it is kept, and stays within its site": sets("sid=1; Path=/; SameSite=Lax", url="https://api.example.net/users"),
    "it only removes a cookie": sets("sid=; Max-Age=0; Domain=app.example.com"),
    "a load balancer's own": sets("AWSALB=1; Domain=app.example.com"),
    "no credentials are sent": facts(
        call(), actual=answer(200, *allows(), "Set-Cookie: sid=1; Domain=app.example.com")
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a sibling's Domain": (CAUSE.example(), Certainty.PROVEN, "Domain=app.example.com"),
    "everybody's Domain": (
        sets("sid=1; Domain=github.io", url="https://api.github.io/a", origin="https://app.github.io"),
        Certainty.PROVEN,
        "shared by everybody",
    ),
    "a name that promises more": (sets("__Host-sid=1; Path=/users; Secure"), Certainty.PROVEN, "__Host-"),
    "Secure over http": (
        sets("sid=1; Secure", url="http://api.example.com/a", origin="http://app.example.com"),
        Certainty.PROVEN,
        "plain http",
    ),
    "Partitioned alone": (sets("sid=1; Path=/; Partitioned"), Certainty.PROVEN, "Partitioned counts"),
    "Secure on this machine, in Safari": (
        sets("sid=1; Path=/; Secure", url="http://localhost:8000/a", origin="http://localhost:3000"),
        Certainty.POSSIBLE,
        "by Safari",
    ),
    "the second of two": (sets("a=1; Path=/", "sid=1; Domain=app.example.com"), Certainty.PROVEN, "sid"),
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
