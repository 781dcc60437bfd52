"""tunnel-or-preview-protected: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.tunnel_or_preview_protected import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "any login page": facts(call(), actual=answer(302, "Location: https://login.example.com/")),
    "any 401": facts(call(), actual=answer(401, "WWW-Authenticate: Bearer")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "codespaces": (CAUSE.example(), Certainty.PROVEN, "GitHub Codespaces"),
    "vercel": (
        facts(call(), actual=answer(307, "Location: https://vercel.com/sso-api?url=a")),
        Certainty.PROVEN,
        "deployment protection",
    ),
    "cloudflare access": (
        facts(
            call("PUT", body="a"),
            preflight=answer(302, "Location: https://me.cloudflareaccess.com/cdn-cgi/access/login"),
        ),
        Certainty.PROVEN,
        "Access",
    ),
    "a private tunnel": (facts(call(), actual=answer(401, "WWW-Authenticate: tunnel")), Certainty.PROVEN, "private"),
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
