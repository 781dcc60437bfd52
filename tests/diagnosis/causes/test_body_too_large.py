"""body-too-large: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.body_too_large import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts, no_answer
from cors_tui.experiments import OVERSIZED_BODY
from cors_tui.standards.response import Answer, NetworkFailure

SMALL = call("POST", "Content-Type: application/json", body="{}")


def oversized(came: Answer) -> Facts:
    """A small body is taken; one of 1.1 MB gets `came`."""
    passes = answer(204, *allows_all_of())
    return facts(SMALL, preflight=passes, actual=answer(201, *allows()), experiments={OVERSIZED_BODY: [came]})


NEAR_MISSES: dict[str, Facts] = {
    "another refusal": facts(call("POST", body="a"), actual=answer(400)),
    "a 413 the page can read": facts(call("POST", body="a"), actual=answer(413, *allows())),
    "the large body is taken, too": oversized(answer(201, *allows())),
    "the large body meets another error": oversized(answer(500)),
    "nothing came back for a small body either": facts(
        SMALL,
        preflight=answer(204, *allows_all_of()),
        actual=no_answer(NetworkFailure.TIMED_OUT),
        experiments={OVERSIZED_BODY: [no_answer(NetworkFailure.TIMED_OUT)]},
    ),
    "413 in a URL": facts(call(), actual=answer(200), pasted=["GET https://api.example.com/413 failed"]),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "the server says so": (CAUSE.example(), Certainty.PROVEN, "413"),
    "a larger body than your own": (oversized(answer(413)), Certainty.PROVEN, "1.1 MB"),
    "a larger body, and the page can read the 413": (oversized(answer(413, *allows())), Certainty.PROVEN, "413."),
    "the connection ends with the larger body": (
        oversized(no_answer(NetworkFailure.CLOSED_WITHOUT_ANSWER)),
        Certainty.LIKELY,
        "a limit",
    ),
    "the console says so": (
        facts(call("POST", body="a"), pasted=["POST https://api.example.com/upload net::ERR_FAILED 413"]),
        Certainty.PROVEN,
        "too large",
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
