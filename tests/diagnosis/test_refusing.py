"""Which browsers refuse, and the words for one or several of them."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Facts
from cors_tui.diagnosis.examples import call, facts
from cors_tui.diagnosis.refusing import goes, named, refusing_browsers
from cors_tui.standards.verdict import Failure, Outcome, Refusal, Step

STEP = Step("a step", "", "")


def seen(**outcomes: Outcome | None) -> Facts:
    return Facts(facts(call()).case, outcomes)


def test_each_browser_stands_on_one_side_by_the_name_people_know() -> None:
    mixed, other = Failure(Refusal.MIXED_CONTENT, STEP), Failure(Refusal.BAD_PORT, STEP)
    found = seen(webkit=Outcome(failure=mixed), firefox=Outcome(failure=other), chromium=None, edge=Outcome())
    assert refusing_browsers(found, Refusal.MIXED_CONTENT) == (("Safari",), ("Firefox", "Chromium", "edge"))


def test_one_that_waits_for_the_person_counts_where_that_is_asked_for() -> None:
    found = seen(firefox=Outcome(asks=True))
    assert refusing_browsers(found, Refusal.LNA_ASKS) == (("Firefox",), ())
    assert refusing_browsers(found, Refusal.MIXED_CONTENT) == ((), ("Firefox",))


@pytest.mark.parametrize(("names", "words"), [("a", "a goes"), ("ab", "a and b go"), ("abc", "a, b and c go")])
def test_a_list_in_words(names: str, words: str) -> None:
    assert f"{named(names)} {goes(names)}" == words
