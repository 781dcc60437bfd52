"""Cases with answers in them, made without a network: what the pure parts of the screens are tried on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Call, Case, Sighting
from cors_tui.session.asking import pending_requests
from cors_tui.session.mending import behind_preflights
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.verdict import Exchange
from cors_tui.tui.view import View, judged

ORIGIN = "https://app.example.com"
CALL = Call(url="https://api.example.com/users/7", origin=ORIGIN)
PUT = replace(CALL, method="PUT", headers=HeaderList((("Authorization", "Bearer abc123"),)))
ALLOWS = HeaderList(
    (
        ("Access-Control-Allow-Origin", ORIGIN),
        ("Access-Control-Allow-Methods", "PUT"),
        ("Access-Control-Allow-Headers", "authorization"),
    )
)

REFUSED = NetworkError(NetworkFailure.CONNECTION_REFUSED, "[Errno 111] Connection refused")


def answered(call: Call, *answers: Answer) -> Case:
    """The case after its requests, in order, got these answers."""
    case = Case(call)
    for answer in answers:
        waiting = pending_requests(case)
        exchanges = tuple(Exchange(wire, answer) for wire in waiting)
        case = case.with_sighting(Sighting(AS_ASKED, (*case.exchanges(AS_ASKED), *exchanges)))
    return case


def with_next(case: Case, answer: Answer) -> Case:
    """The case with the request behind its failed preflight answered, too."""
    wire = behind_preflights(case.call.request(), NO_DEPARTURES, case.known_answer)
    assert wire is not None
    return case.with_sighting(Sighting(ACTUAL_ANYWAY, (Exchange(wire, answer),)))


def viewed(case: Case, step: str = "verdict", **fields: Any) -> View:
    """The view of a case in one step."""
    return View(case, step=step, judgement=judged(case), **fields)


@cache
def blocked() -> Case:
    """A GET whose answer carries no CORS header."""
    return answered(CALL, Response(200, HeaderList((("Server", "nginx"), ("Content-Type", "application/json")))))


@cache
def preflight_405() -> Case:
    """A PUT whose preflight is answered with 405."""
    return answered(PUT, Response(405, HeaderList((("Allow", "GET, POST"),))))


@cache
def undecided() -> Case:
    """A PUT whose preflight passes and which itself was not sent."""
    return answered(PUT, Response(204, ALLOWS))


@cache
def allowed() -> Case:
    """A GET that every browser lets through."""
    return answered(CALL, Response(200, HeaderList((("Access-Control-Allow-Origin", "*"),))))


@cache
def unreachable() -> Case:
    """Nobody listens."""
    return answered(CALL, REFUSED)


@cache
def kept_back() -> Case:
    """A picture whose own header keeps other origins from embedding it."""
    picture = replace(CALL, mode=Mode.NO_CORS, credentials=CredentialsMode.INCLUDE, initiator=Initiator.IMAGE)
    return answered(picture, Response(200, HeaderList((("Cross-Origin-Resource-Policy", "same-origin"),))))


@cache
def refused_unasked() -> Case:
    """A GET with a body: no browser sends it, and it is known that nothing had to be sent."""
    return Case(replace(CALL, body="{}")).with_sighting(Sighting(AS_ASKED, ()))
