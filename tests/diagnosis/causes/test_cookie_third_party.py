"""cookie-third-party: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.cookie_third_party import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts
from tests.diagnosis.cookie_setting import TRUE, sets

NEAR_MISSES: dict[str, Facts] = {
    "within one site": sets("sid=1; Path=/; Secure; SameSite=None", status=401),
    "a jar for each page": sets(
        "sid=1; Path=/; Secure; SameSite=None; Partitioned", status=401, url="https://api.example.net/users"
    ),
    "its SameSite keeps it back": sets("sid=1; Path=/; SameSite=Lax", status=401, url="https://api.example.net/users"),
    "another path besides": sets(
        "sid=1; Path=/auth; Secure; SameSite=None", status=401, url="https://api.example.net/users"
    ),
    "no cookie is set": facts(
        call(url="https://api.example.net/users", cookies=True), actual=answer(401, *allows(), TRUE)
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "and nobody is signed in": (CAUSE.example(), Certainty.LIKELY, "Firefox and Safari"),
    "on this machine by plain http, where Safari does not even keep it": (
        sets("sid=1; Secure; SameSite=None", url="http://127.0.0.1:8000/", origin="http://localhost:3000"),
        Certainty.POSSIBLE,
        "Firefox does not send",
    ),
    "and the answer is fine": (
        sets("sid=1; Path=/; Secure; SameSite=None", url="https://api.example.net/users"),
        Certainty.POSSIBLE,
        "sid",
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
