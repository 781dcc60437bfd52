"""redirect-to-login: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.redirect_to_login import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a slash": facts(call(), actual=answer(301, "Location: /users/")),
    "a path that only contains the word": facts(call(), actual=answer(302, "Location: /users/loginov-history")),
    "blogs are not login pages": facts(call(), actual=answer(302, "Location: https://blog.example.com/authors")),
    "a login page that is not a redirect": facts(call(), actual=answer(200, body="<form action=/login>")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "an identity provider": (CAUSE.example(), Certainty.PROVEN, "login.example.com"),
    "a path of its own": (
        facts(call(), actual=answer(302, "Location: /login?next=/users")),
        Certainty.PROVEN,
        "/login",
    ),
    "microsoft": (
        facts(call(), actual=answer(302, "Location: https://login.microsoftonline.com/common/oauth2/authorize")),
        Certainty.PROVEN,
        "login page",
    ),
    "the preflight": (
        facts(call("PUT", body="a"), preflight=answer(302, "Location: /accounts/login/")),
        Certainty.PROVEN,
        "the preflight",
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
