"""credentials-mode-missing: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.credentials_mode_missing import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "credentials are sent": facts(
        call(cookies=True), actual=answer(401, *allows(), "Access-Control-Allow-Credentials: true")
    ),
    "the server takes none": facts(call(), actual=answer(401, *allows())),
    "a token was refused": facts(
        call("GET", "Authorization: Bearer t"),
        preflight=answer(204, *allows_all_of()),
        actual=answer(401, *allows(), "Access-Control-Allow-Credentials: true"),
    ),
    "a bearer token is wanted": facts(
        call(), actual=answer(401, *allows(), "Access-Control-Allow-Credentials: true", "WWW-Authenticate: Bearer")
    ),
    "a token is asked for in words": facts(
        call(), actual=answer(401, *allows(), "Access-Control-Allow-Credentials: true", body='{"error":"No token"}')
    ),
    "it sets a cookie and takes no credentials": facts(call(), actual=answer(200, *allows(), "Set-Cookie: sid=1")),
    "a bot filter's cookie": facts(
        call(), actual=answer(200, *allows(), "Access-Control-Allow-Credentials: true", "Set-Cookie: __cf_bm=1")
    ),
    "all is well": facts(call(), actual=answer(200, *allows(), "Access-Control-Allow-Credentials: true")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a session that nobody keeps": (
        facts(call(), actual=answer(200, *allows(), "Access-Control-Allow-Credentials: true", "Set-Cookie: sid=1")),
        Certainty.POSSIBLE,
        "sid",
    ),
    "401, and nothing said": (CAUSE.example(), Certainty.POSSIBLE, "does not send any"),
    "401, in words of a session": (
        facts(call(), actual=answer(401, *allows(), "Access-Control-Allow-Credentials: true", body="Not logged in")),
        Certainty.LIKELY,
        "does not send any",
    ),
    "401 with a session's cookie": (
        facts(call(), actual=answer(401, *allows(), "Access-Control-Allow-Credentials: true", "Set-Cookie: sid=1")),
        Certainty.LIKELY,
        "does not send any",
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
