"""What is known to differ excuses its own fields in its own cases, and nothing else."""

import copy

import pytest

from tests.live.browsers.known import CONSOLE, KNOWN, known_reason
from tests.live.browsers.test_compare import CASE

PLAIN = {**CASE, "tags": []}


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_an_ordinary_case_is_excused_nothing(engine: str) -> None:
    assert known_reason(PLAIN, engine, CONSOLE) is None


def test_a_console_that_is_excused_excuses_no_verdict() -> None:
    case = copy.deepcopy(PLAIN)
    case["tags"] = ["other-scheme"]
    assert known_reason(case, "chromium", ["console"]) == "what a redirect with an odd Location prints"
    assert known_reason(case, "chromium", ["console", "resolved"]) is None


def test_one_engines_excuse_is_not_the_others() -> None:
    case = copy.deepcopy(PLAIN)
    case["tags"] = ["keepalive"]
    assert known_reason(case, "firefox", ["console"]) is not None
    assert known_reason(case, "chromium", ["console"]) is None


def test_every_reason_is_said_once() -> None:
    assert len({known.reason for known in KNOWN}) == len(KNOWN)
    assert [known.fields for known in KNOWN if known.fields != CONSOLE] == [frozenset({"console", "requests"})]


def test_how_often_a_repeated_request_is_preflighted_is_chance_in_firefox_alone() -> None:
    repeated = copy.deepcopy(PLAIN)
    repeated["request"]["repeat"] = 2
    assert known_reason(PLAIN, "firefox", ["requests"]) is None
    assert known_reason(repeated, "firefox", ["requests"]) is not None
    assert known_reason(repeated, "firefox", ["requests", "resolved"]) is None
    assert known_reason(repeated, "chromium", ["requests"]) is None
