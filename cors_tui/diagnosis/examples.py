"""Small builders of facts, for the examples of causes and for tests: answers go in, the three engines judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Call, Case, Sighting
from cors_tui.diagnosis.cause import Facts
from cors_tui.experiment import Experiment
from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Request, Role, WireRequest
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.verdict import Exchange, Outcome

PAGE = "https://app.example.com"
API = "https://api.example.com/users"
JSON = "Content-Type: application/json"

_ENGINES: Mapping[str, Departures] = MappingProxyType(
    {
        "chromium": NO_DEPARTURES,
        "firefox": NO_DEPARTURES,
        "webkit": frozenset({Departure.STATUS_BEFORE_CHECK}),
    }
)


def header_list(*lines: str) -> HeaderList:
    """From ``Name: value`` lines, in order."""
    return HeaderList.of((name, value.strip()) for name, _, value in (line.partition(":") for line in lines))


def call(
    method: str = "GET",
    *headers: str,
    url: str = API,
    origin: str = PAGE,
    body: str | None = None,
    cookies: bool = False,
) -> Call:
    """A page's call: `headers` as ``Name: value`` lines; `cookies` means credentials mode *include*."""
    mode = CredentialsMode.INCLUDE if cookies else CredentialsMode.SAME_ORIGIN
    return Call(url=url, origin=origin, method=method, headers=header_list(*headers), body=body, credentials=mode)


def answer(status: int, *headers: str, body: str = "", reason: str = "", elapsed: float = 0.0) -> Response:
    """A response: `headers` as ``Name: value`` lines."""
    return Response(status, header_list(*headers), reason=reason, body=body, elapsed=elapsed)


def no_answer(failure: NetworkFailure, detail: str = "") -> NetworkError:
    return NetworkError(failure, detail or failure.value)


def allows(origin: str = PAGE, *more: str) -> tuple[str, ...]:
    """The header lines of a server that lets `origin` in."""
    return (f"Access-Control-Allow-Origin: {origin}", "Vary: Origin", *more)


def allows_all_of(origin: str = PAGE, *more: str) -> tuple[str, ...]:
    """The header lines of a good preflight answer."""
    methods = "Access-Control-Allow-Methods: GET, POST, PUT, PATCH, DELETE"
    return (*allows(origin), methods, "Access-Control-Allow-Headers: authorization, content-type, x-api-key", *more)


def facts(
    call: Call,
    *,
    preflight: Answer | None = None,
    actual: Answer | Sequence[Answer] | None = None,
    pasted: Sequence[str] = (),
    answers: Mapping[str, str] = MappingProxyType({}),
    experiments: Mapping[Experiment, Sequence[Answer]] = MappingProxyType({}),
) -> Facts:
    """The facts when a server answers so. `actual` may be one answer a hop; after a failed preflight the first of them
    is what the safe request got when it was sent anyway. `experiments` holds the answers to each experiment's requests
    in the order of its plan.
    """
    hops: Sequence[Answer] = actual if isinstance(actual, Sequence) else () if actual is None else (actual,)
    request = call.request()
    known: dict[WireRequest, Answer] = {}
    outcomes = {name: _run(request, departures, preflight, hops, known) for name, departures in _ENGINES.items()}
    seen = _exchanges(known)
    case = Case(call=call, pasted=tuple(pasted), answers=MappingProxyType(dict(answers)))
    case = case.with_sighting(Sighting(AS_ASKED, seen))
    if hops and not any(e.request.role is Role.ACTUAL for e in seen):
        case = _sent_anyway(case, hops[0])
    for experiment, got in experiments.items():
        asked = experiment.plan(case)
        found = tuple(Exchange(wire, came) for wire, came in zip(asked, got, strict=True))
        case = case.with_sighting(Sighting(experiment.name, found))
    return Facts(case, outcomes)


def _run(
    request: Request,
    departures: Departures,
    preflight: Answer | None,
    hops: Sequence[Answer],
    known: dict[WireRequest, Answer],
) -> Outcome | None:
    def give(wire: WireRequest) -> Answer | None:
        got = preflight if wire.role is Role.PREFLIGHT else hops[wire.hop] if wire.hop < len(hops) else None
        if got is not None:
            known.setdefault(wire, got)
        return got

    ended = drive(fetch(request, departures), give)
    return None if isinstance(ended, Pending) else ended


def _exchanges(known: Mapping[WireRequest, Answer]) -> tuple[Exchange, ...]:
    unique = {wire.key: Exchange(wire, got) for wire, got in known.items()}
    return tuple(unique.values())


def _sent_anyway(case: Case, got: Answer) -> Case:
    request = case.call.request()
    if request.url is None or request.method not in ("GET", "HEAD"):
        return case
    headers = request.headers.plus("Origin", str(request.page.origin))
    wire = WireRequest(Role.ACTUAL, 0, request.method, request.url, headers)
    return case.with_sighting(Sighting(ACTUAL_ANYWAY, (Exchange(wire, got),)))
