"""function-not-running: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.function_not_running import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "any 503": facts(call(), actual=answer(503)),
    "a code that any program may use": facts(call(), actual=answer(404, body='{"code":"NOT_FOUND"}')),
    "any 404": facts(call(), actual=answer(404, body="Not Found")),
    "the page can read it": facts(call(), actual=answer(503, *allows(), body='{"code":"BOOT_ERROR"}')),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "it does not start": (CAUSE.example(), Certainty.PROVEN, "does not start"),
    "it is not deployed": (
        facts(call("PUT", body="a"), preflight=answer(404, "sb-request-id: 1", body='{"code":"NOT_FOUND"}')),
        Certainty.PROVEN,
        "not deployed",
    ),
    "it crashed": (
        facts(call(), actual=answer(500, "x-vercel-error: FUNCTION_INVOCATION_FAILED")),
        Certainty.PROVEN,
        "Vercel",
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
