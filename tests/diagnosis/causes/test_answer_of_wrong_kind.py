"""answer-of-wrong-kind: the near misses that are something else, and what must be found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.answer_of_wrong_kind import CAUSE
from cors_tui.diagnosis.examples import JSON, allows, answer, call, facts
from cors_tui.standards.request import Initiator
from cors_tui.standards.response import Response
from tests.standards.bodies import GIF

SCRIPT = "Content-Type: text/javascript"


def asked_by(initiator: Initiator, got: Response) -> Facts:
    return facts(replace(call(), initiator=initiator), actual=got)


NEAR_MISSES: dict[str, Facts] = {
    "fetch reads an error": asked_by(Initiator.FETCH, answer(404, *allows())),
    "a module that is one": asked_by(Initiator.MODULE, answer(200, SCRIPT, *allows(), body="1")),
    "a classic script of any type": asked_by(Initiator.SCRIPT, answer(200, JSON, *allows(), body="1")),
    "CORS stops it first": asked_by(Initiator.MODULE, answer(200, JSON, body="1")),
    "an image of a 404 is an image": asked_by(Initiator.IMAGE, answer(404, *allows(), body=GIF)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a module that is not there": (CAUSE.example(), Certainty.PROVEN, "The answer is 404, and a module takes none"),
    "a module that is data": (
        asked_by(Initiator.MODULE, answer(200, JSON, *allows(), body="1")),
        Certainty.PROVEN,
        "of type application/json, and a module takes text/javascript",
    ),
    "a module without a type": (
        asked_by(Initiator.IMPORT, answer(200, *allows(), body="1")),
        Certainty.PROVEN,
        "without a type",
    ),
    "a stream that is over": (
        asked_by(Initiator.EVENT_SOURCE, answer(204, *allows())),
        Certainty.PROVEN,
        "204, and an EventSource takes none but 200",
    ),
    "an image that is an error page": (
        asked_by(Initiator.IMAGE, answer(200, "Content-Type: image/png", *allows(), body="Not Found")),
        Certainty.PROVEN,
        "bytes are not those of an image, whatever its type says",
    ),
    "an image without content": (asked_by(Initiator.IMAGE, answer(200, *allows())), Certainty.PROVEN, "is empty"),
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
