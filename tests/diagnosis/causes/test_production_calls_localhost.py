"""production-calls-localhost: the near misses that are something else, and what must be found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Lookup
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.production_calls_localhost import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts, no_answer
from cors_tui.standards.response import NetworkFailure


def in_the_intranet() -> Facts:
    found = facts(call(url="http://localhost:8000/a", origin="https://intranet.example.com"), actual=answer(200))
    return replace(found, case=replace(found.case, lookups=(Lookup("intranet.example.com", ("10.1.2.3",)),)))


NEAR_MISSES: dict[str, Facts] = {
    "a page in development": facts(
        call(url="http://localhost:8000/a", origin="http://localhost:3000"), actual=answer(200)
    ),
    "a page in the local network": facts(
        call(url="http://localhost:8000/a", origin="http://192.168.1.7:3000"), actual=answer(200)
    ),
    "a page at a local name": facts(call(url="http://localhost:8000/a", origin="http://box.local"), actual=answer(200)),
    "a page whose name leads into the local network": in_the_intranet(),
    "a private target": facts(call(url="http://192.168.1.20/a"), actual=answer(200)),
    "a public target": facts(call(), actual=answer(200)),
    "a host that begins alike": facts(call(url="https://localhost.example.com/"), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a public page": (CAUSE.example(), Certainty.PROVEN, "production build"),
    "a public page by its address over IPv6": (
        facts(call(url="http://[::1]:3000/a", origin="https://[2606:4700::3]"), actual=answer(200)),
        Certainty.PROVEN,
        "2606:4700::3",
    ),
    "nobody answers there": (
        facts(call(url="http://127.0.0.1:3000/a"), actual=no_answer(NetworkFailure.CONNECTION_REFUSED)),
        Certainty.PROVEN,
        "127.0.0.1",
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
