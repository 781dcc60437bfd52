"""The verdict column: a word each, the first fault, how many more, and what to press."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import AS_ASKED, Call, Case, Sighting
from cors_tui.diagnosis.cause import known_causes
from cors_tui.tui.view import View, judged
from cors_tui.tui.widgets.verdicts import next_key, verdict_column, why_line
from tests.tui.judged_cases import CALL, allowed, answered, blocked, preflight_405, unreachable, viewed

OPEN_TO_ALL = known_causes()["every-origin-let-in"].example().case


def test_before_a_probe_it_says_what_to_press() -> None:
    """Three browsers, not asked yet."""
    text = verdict_column(viewed(Case(CALL))).plain
    assert text.count("not asked yet") == 3
    assert "r: probe" in text


def test_one_word_a_browser_then_the_first_fault() -> None:
    """Safari is the third's name."""
    text = verdict_column(viewed(preflight_405())).plain
    assert [row.split()[:2] for row in text.splitlines()[:3]] == [
        ["Chromium", "BLOCKED"],
        ["Firefox", "BLOCKED"],
        ["Safari", "BLOCKED"],
    ]
    assert "first: preflight:" in text
    assert " more" in text


def test_while_the_first_answer_is_awaited_no_browser_has_a_word() -> None:
    """Undecided is a verdict; asking is none."""
    view = View(
        Case(CALL), judgement=judged(answered(CALL).with_sighting(Sighting(AS_ASKED, ()))), asking="the request"
    )
    text = verdict_column(view).plain
    assert text.count("asking ...") >= 3
    assert "UNDECIDED" not in text


def test_nobody_listens() -> None:
    """UNREACHABLE is a word of its own."""
    assert verdict_column(viewed(unreachable())).plain.count("UNREACHABLE") == 3


def test_the_line_says_the_same_in_one_line() -> None:
    """For 80 columns."""
    line = why_line(viewed(preflight_405(), "verdict")).plain
    assert line.startswith(" first: preflight:")
    assert "\n" not in line


NEXT = [
    ("nothing typed", View(Case()), "tab"),
    ("no origin yet", View(Case(Call(url="https://a.example/"))), "tab"),
    ("a whole call", View(Case(CALL)), "r"),
    ("while asking", View(Case(CALL), asking="the preflight"), "asking"),
    ("blocked, in the verdict step", viewed(blocked(), "verdict"), "enter"),
    ("blocked, in the fix step", viewed(blocked(), "fix"), "y"),
    ("blocked, in the last step", viewed(blocked(), "verify"), "w"),
    ("nothing answers", viewed(unreachable(), "verdict"), "u"),
    ("green, in the verdict step", viewed(allowed(), "verdict"), "7"),
    ("green for strangers, too", viewed(OPEN_TO_ALL, "verdict"), "enter: the fix"),
    ("green, at the end", viewed(allowed(), "verify"), "all green"),
]


@pytest.mark.parametrize(("what", "view", "key"), NEXT, ids=[row[0] for row in NEXT])
def test_what_to_press_next(what: str, view: View, key: str) -> None:
    """Always one thing."""
    assert next_key(view).startswith(key)


def test_an_unsafe_request_that_waits_is_the_next_thing() -> None:
    """After a look at what would be sent."""
    from tests.tui.judged_cases import undecided

    case = undecided()
    from cors_tui.session.asking import waiting_for_consent

    assert next_key(replace(viewed(case), waiting=waiting_for_consent(case))).startswith("r: send it")
