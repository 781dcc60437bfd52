"""What is known to differ excuses its own fields in its own cases, and nothing else."""

import copy

import pytest

from tests.live.browsers.known import KNOWN, known_reason
from tests.live.browsers.test_compare import CASE

PLAIN = {**CASE, "tags": []}


@pytest.mark.parametrize("engine", ["chromium", "firefox", "webkit"])
@pytest.mark.parametrize("field", ["console", "requests", "resolved", "type", "headers_visible"])
def test_an_ordinary_case_is_excused_nothing(engine: str, field: str) -> None:
    assert known_reason(PLAIN, engine, [field]) is None


def test_how_often_a_repeated_request_is_preflighted_is_chance_in_firefox_alone() -> None:
    repeated = copy.deepcopy(PLAIN)
    repeated["request"]["repeat"] = 2
    assert known_reason(repeated, "firefox", ["requests"]) is not None
    assert known_reason(repeated, "firefox", ["requests", "resolved"]) is None
    assert known_reason(repeated, "chromium", ["requests"]) is None
    assert known_reason(repeated, "webkit", ["requests"]) is None


def test_no_verdict_is_excused_and_every_reason_is_said_once() -> None:
    assert len({known.reason for known in KNOWN}) == len(KNOWN)
    assert all(known.fields <= {"console", "requests"} for known in KNOWN)
