"""Answers that a dump shows, judged as a browser would judge them: what it would say of each call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from cors_tui.browsers.browser import Reading, known_browsers
from cors_tui.case import Call
from cors_tui.inputs.har_failures import reading_of
from cors_tui.inputs.reader import Understood
from cors_tui.policy import least_policy, respond
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.request import Request, WireRequest
from cors_tui.standards.response import Answer, Response


@dataclass(slots=True)
class Shown:
    """One request of a dump and the answers below it. `is_preflight`: it was the OPTIONS before the call itself."""

    call: Call
    is_preflight: bool = False
    answers: list[Response] = field(default_factory=list)


def with_verdicts(understood: Understood, shown: Sequence[Shown]) -> Understood:
    """`understood` with what a browser says of the answers: the refused calls first, each with its reading.

    A call without an Origin is not judged, for a server may answer a page otherwise; that is said.
    """
    refused: list[tuple[Call, Reading]] = []
    others: list[Call] = []
    says, missed = [*understood.says], [*understood.missed]
    for call, preflight, answers in _calls(shown):
        if not call.origin:
            missed.append("It was asked without an Origin, so the answer does not say what a page would get.")
            others.append(call)
            continue
        reading = _judged(call, preflight, answers)
        if reading is None:
            end = (
                f"let a page of {call.origin} read it" if answers else f"go on from the preflight to the {call.method}"
            )
            says.append(f"As far as the answer goes, browsers {end}.")
            others.append(call)
        else:
            refused.append((call, reading))
    return replace(
        understood,
        calls=(*(call for call, _ in refused), *others),
        readings=tuple(reading for _, reading in refused),
        says=tuple(dict.fromkeys(says)),
        missed=tuple(dict.fromkeys(missed)),
    )


def _calls(shown: Sequence[Shown]) -> list[tuple[Call, Response | None, list[Response]]]:
    """Each call with its preflight's answer and its own: a preflight goes with the call to the same URL behind it."""
    found: list[tuple[Call, Response | None, list[Response]]] = []
    waiting: dict[str, Shown] = {}
    for one in shown:
        if one.is_preflight:
            waiting[one.call.url] = one
            continue
        before = waiting.pop(one.call.url, None)
        if before is not None or one.answers:
            origin = one.call.origin or (before.call.origin if before else "")
            preflight = before.answers[0] if before and before.answers else None
            found.append((replace(one.call, origin=origin), preflight, one.answers))
    alone: list[tuple[Call, Response | None, list[Response]]] = [
        (one.call, one.answers[0], []) for one in waiting.values() if one.answers
    ]
    return [*found, *alone]


def _judged(call: Call, preflight: Response | None, answers: Sequence[Response]) -> Reading | None:
    request = call.request()
    ended = drive(fetch(request, known_browsers()["chromium"].departures), _server(request, preflight, answers))
    if isinstance(ended, Pending) or ended.failure is None:
        return None
    return reading_of(ended.failure, call.url, call.origin)


def _server(
    request: Request, preflight: Response | None, answers: Sequence[Response]
) -> Callable[[WireRequest], Answer | None]:
    """The answers in their order; what the dump does not show is answered as it must be to go on."""
    left = list(answers)
    policy = least_policy(request)

    def answer(wire: WireRequest) -> Answer | None:
        if wire.method == "OPTIONS" and "access-control-request-method" in wire.headers:
            return preflight or Response(204, respond(policy, wire))
        if left:
            return left.pop(0)
        return None if answers else Response(200, respond(policy, wire))

    return answer
