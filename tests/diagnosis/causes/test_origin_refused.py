"""origin-refused: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.origin_refused import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "a plain 403": facts(call(), actual=answer(403)),
    "403 without Origin, too": facts(
        call(), actual=answer(403), experiments={experiments.WITHOUT_ORIGIN: [answer(403)]}
    ),
    "another method without Origin": facts(
        call("POST", body="a"), actual=answer(403), experiments={experiments.WITHOUT_ORIGIN: [answer(200)]}
    ),
    "only the headers are refused": facts(
        call("GET", "X-Api-Key: k"), preflight=answer(400, *allows(), body="Disallowed CORS headers")
    ),
    "the words in a good answer": facts(call(), actual=answer(200, body="Invalid CORS request")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "in so many words": (CAUSE.example(), Certainty.PROVEN, "Starlette"),
    "by its reason": (
        facts(call("PUT", body="a"), preflight=answer(403, reason="CORS Rejected")),
        Certainty.PROVEN,
        "Quarkus",
    ),
    "only with Origin": (
        facts(call(), actual=answer(403), experiments={experiments.WITHOUT_ORIGIN: [answer(200)]}),
        Certainty.PROVEN,
        "because of the Origin",
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
