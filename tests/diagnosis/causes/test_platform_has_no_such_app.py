"""platform-has-no-such-app: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.platform_has_no_such_app import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "any 404": facts(call(), actual=answer(404)),
    "a 530 that says nothing": facts(call(), actual=answer(530)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "render": (CAUSE.example(), Certainty.PROVEN, "Render"),
    "a tunnel that is down": (
        facts(call(), actual=answer(530, "Server: cloudflare", body="error code: 1033")),
        Certainty.PROVEN,
        "tunnel",
    ),
    "vercel": (facts(call(), actual=answer(404, "x-vercel-error: NOT_FOUND")), Certainty.PROVEN, "Vercel"),
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
