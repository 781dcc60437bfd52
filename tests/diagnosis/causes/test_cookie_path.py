"""cookie-path: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.cookie_path import CAUSE
from tests.diagnosis.cookie_setting import sets

NEAR_MISSES: dict[str, Facts] = {
    "the whole server": sets("sid=1; Path=/", status=401),
    "the folder it came from": sets("sid=1", status=401),
    "another cookie does come back": sets("sid=1; Path=/", "refresh=1; Path=/auth/refresh"),
    "it may not go to this site at all": sets("sid=1; Path=/auth; SameSite=Lax", url="https://api.example.net/users"),
    "it is not even kept": sets("sid=1; Path=/auth; Domain=app.example.com"),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "and nobody is signed in": (CAUSE.example(), Certainty.LIKELY, "/auth"),
    "and the answer is fine": (sets("sid=1; Path=/auth"), Certainty.POSSIBLE, "not to /users"),
    "a path that only begins alike": (sets("sid=1; Path=/user"), Certainty.POSSIBLE, "/user only"),
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
