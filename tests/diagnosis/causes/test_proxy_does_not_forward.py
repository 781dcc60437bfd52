"""proxy-does-not-forward: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.proxy_does_not_forward import CAUSE
from cors_tui.diagnosis.examples import JSON, allows, answer, call, facts
from cors_tui.standards.response import Response

SERVER = {"origin-server": "h:1"}


def beside(through: Response, direct: Response) -> Facts:
    return facts(call(), actual=through, answers=SERVER, experiments={experiments.DIRECT: [direct]})


NEAR_MISSES: dict[str, Facts] = {
    "the header alone is gone": beside(answer(200, JSON), answer(200, JSON, *allows())),
    "another charset": beside(answer(200, f"{JSON}; charset=utf-8"), answer(200, JSON, *allows())),
    "an error in front": beside(answer(502, "Content-Type: text/html"), answer(200, JSON, *allows())),
    "the server's own error": beside(answer(200, "Content-Type: text/html"), answer(500, JSON)),
    "a refusal that the page could not read": beside(answer(200, JSON), answer(404, JSON)),
    "a refusal turned into a redirect": beside(answer(302, "Location: /"), answer(404, JSON, *allows())),
    "the server failed for once": beside(answer(200, JSON), answer(500, JSON, *allows())),
    "it lets the page in": beside(answer(200, "Content-Type: text/html", *allows()), answer(200, JSON, *allows())),
    "the server was not asked directly": facts(call(), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "an empty answer": (CAUSE.example(), Certainty.LIKELY, "by itself"),
    "a page instead of data": (
        beside(answer(200, "Content-Type: text/html"), answer(200, JSON, *allows())),
        Certainty.LIKELY,
        "something else",
    ),
    "a refusal turned into another answer": (
        beside(answer(200, JSON), answer(404, JSON, *allows())),
        Certainty.LIKELY,
        "answers 404",
    ),
    "the server sends no headers either": (
        beside(answer(200, "Content-Type: text/html"), answer(200, JSON)),
        Certainty.LIKELY,
        "something else",
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
