"""corp-blocks: the near misses that are something else, and what must be found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.corp_blocks import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.request import CredentialsMode, Initiator, Mode

PICTURE = replace(call(), mode=Mode.NO_CORS, initiator=Initiator.IMAGE, credentials=CredentialsMode.INCLUDE)

NEAR_MISSES: dict[str, Facts] = {
    "the header alone blocks no CORS request": facts(
        call(), actual=answer(200, *allows(), "Cross-Origin-Resource-Policy: same-origin")
    ),
    "blocked by something else": facts(call(), actual=answer(200), pasted=["net::ERR_BLOCKED_BY_CLIENT"]),
}

COEP = "GET https://api.example.com/a.png net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep"

FOUND: dict[str, tuple[Facts, Certainty, str, Remedy]] = {
    "corp, as it was pasted": (
        CAUSE.example(),
        Certainty.PROVEN,
        "own Cross-Origin-Resource-Policy",
        Remedy.ALLOW_EMBEDDING,
    ),
    "corp, as it was seen": (
        facts(PICTURE, actual=answer(200, "Content-Type: image/png", "Cross-Origin-Resource-Policy: same-origin")),
        Certainty.PROVEN,
        "own Cross-Origin-Resource-Policy",
        Remedy.ALLOW_EMBEDDING,
    ),
    "the page's coep": (facts(call(), pasted=[COEP]), Certainty.PROVEN, "own COEP", Remedy.ALLOW_EMBEDDING),
    "orb": (
        facts(call(), actual=answer(404, "Content-Type: text/html"), pasted=["net::ERR_BLOCKED_BY_ORB"]),
        Certainty.PROVEN,
        "Opaque response blocking",
        Remedy.ANSWER_THE_FILE,
    ),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_is_something_else(name: str) -> None:
    assert CAUSE.detect(NEAR_MISSES[name]) is None


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_with_its_certainty_and_says_what_it_saw(name: str) -> None:
    seen, certainty, words, helps = FOUND[name]
    finding = CAUSE.detect(seen)
    assert finding is not None
    assert finding.certainty is certainty
    assert words in finding.says
    assert finding.remedies[0] is helps
