"""The builders: what goes in comes out as the three engines would have seen it."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis.examples import PAGE, allows, allows_all_of, answer, call, facts, header_list, no_answer
from cors_tui.standards.request import Role
from cors_tui.standards.response import NetworkFailure
from cors_tui.standards.verdict import Refusal


def test_lines_become_headers_in_order() -> None:
    assert list(header_list("A: b: c", "a:d")) == [("A", "b: c"), ("a", "d")]


def test_a_simple_request_has_no_preflight() -> None:
    seen = facts(call(), actual=answer(200, *allows()))
    assert seen.preflight is None
    assert seen.actual is not None
    assert all(outcome is not None and outcome.allowed for outcome in seen.outcomes.values())


def test_a_preflighted_request_stops_where_no_answer_is_known() -> None:
    seen = facts(call("PUT", body="a"), preflight=answer(204, *allows_all_of()))
    assert seen.preflight is not None
    assert seen.actual is None
    assert set(seen.outcomes.values()) == {None}


def test_behind_a_failed_preflight_only_a_safe_request_is_sent_anyway() -> None:
    safe = facts(call("GET", "X-Api-Key: k"), preflight=answer(405), actual=answer(200))
    unsafe = facts(call("PUT", body="a"), preflight=answer(405), actual=answer(200))
    assert safe.actual is not None
    assert unsafe.actual is None


def test_engines_differ_where_they_do() -> None:
    seen = facts(call("PUT", body="a"), preflight=answer(405))
    assert seen.refusals == {Refusal.ALLOW_ORIGIN_MISSING, Refusal.PREFLIGHT_STATUS}


def test_redirects_take_one_answer_a_hop() -> None:
    seen = facts(call(), actual=[answer(302, "Location: /b", *allows()), answer(200, *allows())])
    assert seen.actual is not None
    assert seen.actual.request.url.path == "/b"


def test_experiments_are_planned_from_what_was_seen() -> None:
    seen = facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(405),
        actual=answer(200),
        experiments={experiments.STRANGER_ORIGIN: [answer(405), answer(200)]},
    )
    assert [e.request.role for e in seen.seen(experiments.STRANGER_ORIGIN)] == [Role.PREFLIGHT, Role.ACTUAL]


def test_no_answer_speaks_for_itself() -> None:
    assert no_answer(NetworkFailure.NO_ANSWER_YET).detail == "no answer in time"
    assert call(cookies=True).credentials.value == "include"
    assert call().origin == PAGE
