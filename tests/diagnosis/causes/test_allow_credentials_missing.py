"""allow-credentials-missing: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.allow_credentials_missing import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "no credentials, no header": facts(call(), actual=answer(200, *allows())),
    "credentials allowed": facts(
        call(cookies=True), actual=answer(200, *allows(), "Access-Control-Allow-Credentials: true")
    ),
    "the wildcard comes first": facts(call(cookies=True), actual=answer(200, *allows("*"))),
    "twice is another cause": facts(
        call(cookies=True), actual=answer(200, *allows(), *["Access-Control-Allow-Credentials: true"] * 2)
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "absent": (CAUSE.example(), Certainty.PROVEN, "does not say"),
    "in capitals": (
        facts(call(cookies=True), actual=answer(200, *allows(), "Access-Control-Allow-Credentials: True")),
        Certainty.PROVEN,
        "`True`",
    ),
    "missing on the preflight only": (
        facts(call("PUT", body="a", cookies=True), preflight=answer(204, *allows_all_of())),
        Certainty.PROVEN,
        "does not say",
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
