"""What comes next: the same fetch run on, with each failure's answer mended in turn.

Browsers stop at the first failure; a person wants all of them. Mending an answer in exactly the point that failed and
running the generator again shows the next one, in the standard's own order and with no second set of rules.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from cors_tui.standards.departures import Departures
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Request, Role, WireRequest
from cors_tui.standards.response import Answer, Response
from cors_tui.standards.verdict import Failure, Outcome, Refusal

Known = Callable[[WireRequest], Answer | None]
"""What is known to come back for a request; None when it was not sent."""

_MOST_FAULTS = 40

_ALLOW_ORIGIN = "Access-Control-Allow-Origin"
_ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials"
_ALLOW_METHODS = "Access-Control-Allow-Methods"
_ALLOW_HEADERS = "Access-Control-Allow-Headers"

_ORIGIN_REFUSALS = frozenset(
    {
        Refusal.ALLOW_ORIGIN_MISSING,
        Refusal.ALLOW_ORIGIN_MULTIPLE,
        Refusal.ALLOW_ORIGIN_INVALID,
        Refusal.ALLOW_ORIGIN_MISMATCH,
        Refusal.ALLOW_ORIGIN_WILDCARD,
    }
)


@dataclass(frozen=True, slots=True)
class RunOn:
    """All failures of one run in order, and where it stopped for want of an answer (None: it ended)."""

    failures: tuple[Failure, ...]
    pending: WireRequest | None


def run_on(request: Request, departures: Departures, known: Known) -> RunOn:
    """Run a fetch over what is known; after each failure that an answer can mend, mend it and go on."""
    mended: dict[Hashable, Answer] = {}
    failures: list[Failure] = []
    for _ in range(_MOST_FAULTS):
        end: Outcome | Pending = drive(fetch(request, departures), lambda wire: mended.get(wire.key) or known(wire))
        if isinstance(end, Pending):
            return RunOn(tuple(failures), end.request)
        if end.failure is None:
            break
        failures.append(end.failure)
        better = mend(end.failure, request)
        if better is None or end.failure.request is None:
            break
        mended[end.failure.request.key] = better
    return RunOn(tuple(failures), None)


def mend(failure: Failure, request: Request) -> Response | None:
    """The answer of `failure` with the one point that failed put right; None when no answer could."""
    answer = failure.answer
    if failure.request is None or not isinstance(answer, Response):
        return None
    headers = answer.headers
    refusal = failure.refusal
    if refusal in _ORIGIN_REFUSALS:
        return replace(answer, headers=_set(headers, _ALLOW_ORIGIN, failure.request_origin or str(request.page.origin)))
    if refusal is Refusal.ALLOW_CREDENTIALS:
        return replace(answer, headers=_set(headers, _ALLOW_CREDENTIALS, "true"))
    if refusal in (Refusal.PREFLIGHT_STATUS, Refusal.PREFLIGHT_REDIRECT):
        return replace(answer, status=204, headers=headers.without("Location"))
    if refusal is Refusal.ALLOW_METHODS_INVALID:
        return replace(answer, headers=headers.without(_ALLOW_METHODS))
    if refusal is Refusal.ALLOW_HEADERS_INVALID:
        return replace(answer, headers=headers.without(_ALLOW_HEADERS))
    if refusal is Refusal.METHOD_NOT_ALLOWED:
        return replace(answer, headers=headers.plus(_ALLOW_METHODS, failure.about or request.method))
    if refusal is Refusal.HEADER_NOT_ALLOWED:
        return replace(answer, headers=headers.plus(_ALLOW_HEADERS, failure.about))
    return None


def passing_preflight(wire: WireRequest, request: Request) -> Response:
    """An answer that lets the preflight `wire` pass, to learn which request would follow it."""
    asked = wire.headers.get("access-control-request-headers")
    pairs = [(_ALLOW_ORIGIN, wire.headers.get("origin") or str(request.page.origin))]
    pairs.append((_ALLOW_METHODS, wire.headers.get("access-control-request-method") or request.method))
    if asked:
        pairs.append((_ALLOW_HEADERS, asked))
    if request.credentials_mode is CredentialsMode.INCLUDE:
        pairs.append((_ALLOW_CREDENTIALS, "true"))
    return Response(204, HeaderList.of(pairs))


def behind_preflights(request: Request, departures: Departures, known: Known) -> WireRequest | None:
    """The actual request that waits behind preflights that failed or could not be had; None when nothing waits."""
    passing: dict[Hashable, Answer] = {}
    for _ in range(_MOST_FAULTS):
        end = drive(fetch(request, departures), lambda wire: passing.get(wire.key) or known(wire))
        if isinstance(end, Pending):
            return end.request if end.request.role is Role.ACTUAL else None
        failure = end.failure
        if failure is None or failure.request is None or failure.request.role is not Role.PREFLIGHT:
            return None
        passing[failure.request.key] = passing_preflight(failure.request, request)
    return None


def _set(headers: HeaderList, name: str, value: str) -> HeaderList:
    return headers.without(name).plus(name, value)
