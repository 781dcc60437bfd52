"""What is known to differ excuses its own fields in its own cases, and nothing else."""

import copy

import pytest

from tests.live.browsers import families
from tests.live.browsers.go_through import NOT_MODELLED, not_modelled
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


def test_what_is_not_modelled_is_said_once_and_there_to_be_looked_at() -> None:
    cases = list(families.cases())
    assert len({reason for reason, _, _ in NOT_MODELLED}) == len(NOT_MODELLED)
    assert all(any(applies(case) for case in cases) for _, _, applies in NOT_MODELLED)


@pytest.mark.parametrize(("engine", "most"), [("chromium", 0.025), ("firefox", 0.015), ("webkit", 0.2)])
def test_it_is_a_small_part(engine: str, most: float) -> None:
    left_out = [not_modelled(case, engine) is not None for case in families.cases()]
    assert 0 < sum(left_out) < most * len(left_out)
