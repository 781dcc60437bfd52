"""local-network-permission: the near misses that are something else, and what must be found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Lookup
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.local_network_permission import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.session.judging import judge

NEAR_MISSES: dict[str, Facts] = {
    "a public target": facts(call(), actual=answer(200)),
    "a development page": facts(
        call(url="http://localhost:8000/a", origin="http://localhost:3000"), actual=answer(200)
    ),
    "another permission": facts(call(), actual=answer(200), pasted=["Permission denied to access property 'x'"]),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "the console says so": (CAUSE.example(), Certainty.PROVEN, "permission"),
    "the older words": (
        facts(
            call(),
            actual=answer(200),
            pasted=[
                "The request client is not a secure context and the resource is in more-private address space `local`."
            ],
        ),
        Certainty.PROVEN,
        "more private",
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


def test_what_was_looked_up_is_shown() -> None:
    """A public page, by its name, and a target in the local network, by its."""
    asked = call(url="https://nas.example.com/status", origin="https://app.example.com")
    lookups = (Lookup("nas.example.com", ("192.168.1.20",)), Lookup("app.example.com", ("93.184.216.34",)))
    judged = judge(replace(facts(asked, actual=answer(200)).case, lookups=lookups))
    first = judged.diagnosis.findings[0]
    assert first.cause == CAUSE.name
    assert [each.quote for each in first.evidence][1:] == ["192.168.1.20", "93.184.216.34"]
    assert judged.diagnosis.headline.startswith("Not CORS: ")
