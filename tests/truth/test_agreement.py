"""What three real engines did with two thousand cases, and what we say they do."""

from __future__ import annotations

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.inputs.recording import recorded
from tests.rows import each_row
from tests.truth.agreement import ENGINES, NOT_MODELLED, case_of, cases, disagreements, ended, records


@pytest.mark.parametrize("engine", ENGINES)
def test_every_recorded_case_ends_as_it_did_in_the_engine(engine: str) -> None:
    departures = known_browsers()[engine].departures
    wrong: dict[str, object] = {}
    for name, record in records(engine).items():
        case = case_of(name)
        found = disagreements(case, recorded(case, ended(name, departures)), record)
        if found:
            wrong[name] = found
    total = len(records(engine))
    print(f"{engine}: {total - len(wrong)} of {total} agree ({100 * (1 - len(wrong) / total):.2f} %)")
    assert {name: found for name, found in wrong.items() if (engine, name) not in NOT_MODELLED} == {}
    assert {name for known, name in NOT_MODELLED if known == engine} <= wrong.keys(), "listed, but it agrees"


def test_the_recordings_are_all_there() -> None:
    assert len(cases()) == 2002
    assert [len(records(engine)) for engine in ENGINES] == [2000, 1986, 2001]


def test_a_wrong_answer_is_noticed() -> None:
    """The comparison itself: an engine judged by another's departures does not agree."""
    firefox = known_browsers()["firefox"].departures
    wrong = 0
    for name, record in records("chromium").items():
        case = case_of(name)
        wrong += bool(disagreements(case, recorded(case, ended(name, firefox)), record))
    assert wrong > 50


@pytest.mark.parametrize("engine", ["chromium", "webkit"])
def test_a_server_that_never_answers_is_no_verdict_but_a_network_error(engine: str) -> None:
    outcome = ended("h-pre-never", known_browsers()[engine].departures)
    assert outcome.failure is not None
    assert outcome.failure.refusal.value == "network"


LOCAL = [name for name in cases() if "-lna-" in name and name in records("chromium") and name not in records("firefox")]


@each_row("name", LOCAL)
def test_firefox_waits_for_the_person_where_its_recording_timed_out(name: str) -> None:
    outcome = ended(name, known_browsers()["firefox"].departures)
    assert outcome.asks
    assert not outcome.resolved
    assert outcome.failure is None
