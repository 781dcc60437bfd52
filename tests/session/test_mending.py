"""Running on past a failure shows everything that is wrong, in the standard's own order."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import pytest

from cors_tui.case import Call
from cors_tui.session.mending import Known, behind_preflights, passing_preflight, run_on
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.fetching import Pending, replay
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Role
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response

APP = "https://app.example.com"
PUT = Call(
    url="https://api.example.com/users/7",
    origin=APP,
    method="PUT",
    headers=HeaderList.of([("X-A", "1"), ("X-B", "2")]),
    credentials=CredentialsMode.INCLUDE,
)


def preflight_answered(answer: Answer, call: Call = PUT) -> Known:
    """What is known in a run in which the first request got `answer`."""
    end = replay(call.request(), NO_DEPARTURES, {})
    assert isinstance(end, Pending)
    key = end.request.key
    return lambda wire: answer if wire.key == key else None


ALL_FAULTS = [
    (
        "everything is missing on a 405",
        Response(405),
        [
            "allow-origin-missing",
            "allow-credentials",
            "preflight-status",
            "method-not-allowed PUT",
            "header-not-allowed x-a",
            "header-not-allowed x-b",
        ],
    ),
    (
        "the wildcard with credentials hides the missing Allow-Credentials",
        Response(
            204,
            HeaderList.of(
                [
                    ("Access-Control-Allow-Origin", "*"),
                    ("Access-Control-Allow-Methods", "PUT"),
                    ("Access-Control-Allow-Headers", "x-a,x-b"),
                ]
            ),
        ),
        ["allow-origin-wildcard", "allow-credentials"],
    ),
    (
        "only one header name is not allowed",
        Response(
            200,
            HeaderList.of(
                [
                    ("Access-Control-Allow-Origin", APP),
                    ("Access-Control-Allow-Credentials", "true"),
                    ("Access-Control-Allow-Methods", "PUT"),
                    ("Access-Control-Allow-Headers", "x-a"),
                ]
            ),
        ),
        ["header-not-allowed x-b"],
    ),
]


@pytest.mark.parametrize(("what", "answer", "wanted"), ALL_FAULTS, ids=[what for what, _, _ in ALL_FAULTS])
def test_every_fault_of_a_preflight_is_found(what: str, answer: Response, wanted: list[str]) -> None:
    """Each failure is followed by the next, until the actual request is what waits."""
    run = run_on(PUT.request(), NO_DEPARTURES, preflight_answered(answer))
    said = [f"{f.refusal.value} {f.about}".strip() for f in run.failures]
    assert said == wanted
    assert run.pending is not None
    assert run.pending.role is Role.ACTUAL


def test_a_network_error_cannot_be_mended() -> None:
    """Nothing is known behind a server that does not answer."""
    refused = NetworkError(NetworkFailure.CONNECTION_REFUSED)
    run = run_on(PUT.request(), NO_DEPARTURES, preflight_answered(refused))
    assert [f.refusal.value for f in run.failures] == ["network"]
    assert run.pending is None


def test_what_waits_behind_a_failed_preflight_is_the_request_itself() -> None:
    """That is the request that may be sent anyway, when it is safe."""
    wire = behind_preflights(PUT.request(), NO_DEPARTURES, preflight_answered(Response(405)))
    assert wire is not None
    assert (wire.role, wire.method) == (Role.ACTUAL, "PUT")


def test_nothing_waits_behind_a_simple_request_that_was_refused() -> None:
    """Near miss: without a preflight there is nothing behind the answer."""
    simple = replace(PUT, method="GET", headers=HeaderList())
    assert behind_preflights(simple.request(), NO_DEPARTURES, preflight_answered(Response(200), simple)) is None


def test_a_passing_preflight_passes() -> None:
    """The answer made up to look behind a preflight really lets it pass."""
    end = replay(PUT.request(), NO_DEPARTURES, {})
    assert isinstance(end, Pending)
    answers: dict[Hashable, Answer] = {end.request.key: passing_preflight(end.request, PUT.request())}
    after = replay(PUT.request(), NO_DEPARTURES, answers)
    assert isinstance(after, Pending)
    assert after.request.role is Role.ACTUAL
