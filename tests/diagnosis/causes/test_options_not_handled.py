"""options-not-handled: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.options_not_handled import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts
from tests.rows import each_row

NEAR_MISSES: dict[str, Facts] = {
    "the preflight is answered": facts(call("PUT", body="a"), preflight=answer(204, *allows_all_of())),
    "a token lets the request in": facts(
        call("GET", "Authorization: Bearer t"),
        preflight=answer(403),
        actual=answer(200, *allows()),
        experiments={experiments.PLAIN_OPTIONS: [answer(200)]},
    ),
    "all is refused": facts(call("GET", "X-Api-Key: k"), preflight=answer(403), actual=answer(403)),
    "authentication refuses it": facts(call("PUT", body="a"), preflight=answer(401)),
    "the server fails": facts(call("PUT", body="a"), preflight=answer(500)),
    "a simple request gets 405": facts(call("POST", body="a"), actual=answer(405)),
    "the route lacks them in every answer": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(200, "Allow: GET, HEAD"),
        actual=answer(200),
        experiments={experiments.MISSING_PATH: [answer(404, *allows())]},
    ),
    "nothing has headers at all": facts(call("GET", "X-Api-Key: k"), preflight=answer(200), actual=answer(200)),
    "lists, and no answer lets the page in": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204, "Access-Control-Allow-Methods: GET"),
        actual=answer(200, "Vary: Origin"),
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "405": (CAUSE.example(), Certainty.PROVEN, "405"),
    "404": (facts(call("PUT", body="a"), preflight=answer(404)), Certainty.PROVEN, "404"),
    "405 in spite of good headers": (
        facts(call("PUT", body="a"), preflight=answer(405, *allows_all_of())),
        Certainty.PROVEN,
        "405",
    ),
    "OPTIONS alone is refused": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(403),
            actual=answer(200, *allows()),
            experiments={experiments.PLAIN_OPTIONS: [answer(403)]},
        ),
        Certainty.PROVEN,
        "403",
    ),
    "a redirect without a Location": (facts(call("PUT", body="a"), preflight=answer(302)), Certainty.LIKELY, "302"),
    "another server was meant": (facts(call("PUT", body="a"), preflight=answer(421)), Certainty.LIKELY, "421"),
    "another client error": (facts(call("PUT", body="a"), preflight=answer(422)), Certainty.LIKELY, "422"),
    "something else answers OPTIONS": (
        facts(call("GET", "X-Api-Key: k"), preflight=answer(200, "Allow: GET, HEAD"), actual=answer(200, *allows())),
        Certainty.PROVEN,
        "OPTIONS without Access-Control-Allow-Origin",
    ),
    "it has lists of its own": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(204, "Access-Control-Allow-Methods: GET"),
            actual=answer(200, *allows()),
        ),
        Certainty.PROVEN,
        "with Access-Control-Allow-Methods and without",
    ),
    "only another path shows it": (
        facts(
            call("PUT", body="a"),
            preflight=answer(204),
            experiments={experiments.MISSING_PATH: [answer(404, *allows())]},
        ),
        Certainty.PROVEN,
        "another request gets it",
    ),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_is_something_else(name: str) -> None:
    assert CAUSE.detect(NEAR_MISSES[name]) is None


@each_row("name", FOUND)
def test_it_is_found_with_its_certainty_and_says_what_it_saw(name: str) -> None:
    seen, certainty, words = FOUND[name]
    finding = CAUSE.detect(seen)
    assert finding is not None
    assert finding.certainty is certainty
    assert words in finding.says
