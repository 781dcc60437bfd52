"""The Fetch standard's main path: a generator that yields each request and is sent its answer.

https://fetch.spec.whatwg.org/#fetching
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Mapping
from dataclasses import dataclass, replace

from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.departures import Departures
from cors_tui.standards.exposure import visible_headers
from cors_tui.standards.leg import Leg, Tainting
from cors_tui.standards.method import normalize_method
from cors_tui.standards.preflight import judge_preflight, needs_preflight, preflight_request
from cors_tui.standards.redirect import is_redirect, location_url, next_leg, redirect_failure
from cors_tui.standards.request import Mode, RedirectMode, Request, Role, WireRequest
from cors_tui.standards.request_class import constructor_failure, request_headers
from cors_tui.standards.response import Answer, NetworkError, Response
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import FETCH_STANDARD, Exchange, Failure, Outcome, Refusal, ResponseType, Step

Fetching = Generator[WireRequest, Answer, Outcome]

_MAIN = f"{FETCH_STANDARD}#concept-main-fetch"
SAME_ORIGIN_MODE = Step("main fetch", "12", _MAIN)
NO_CORS_REDIRECT = Step("main fetch", "12", _MAIN)
NOT_HTTP = Step("main fetch", "12", _MAIN)
REDIRECT_ERROR = Step("HTTP fetch", "6.3", f"{FETCH_STANDARD}#concept-http-fetch")
NETWORK = Step("HTTP-network fetch", "", f"{FETCH_STANDARD}#concept-http-network-fetch")

_TYPES = {
    Tainting.BASIC: ResponseType.BASIC,
    Tainting.CORS: ResponseType.CORS,
    Tainting.OPAQUE: ResponseType.OPAQUE,
}


def fetch(request: Request, departures: Departures) -> Fetching:
    """Run one fetch as a browser with `departures` would; yield each wire request, be sent its answer, return how it
    ends.

    Never raises for anything a page or a server can say. Does no I/O and holds no state.
    """
    failure = constructor_failure(request)
    if failure is not None or request.url is None:
        return Outcome(failure=failure)
    method = normalize_method(request.method)
    leg = Leg(request, request.url, method, request_headers(request), request.body, request.url)
    exchanges: list[Exchange] = []
    outcome = yield from _main_fetch(leg, departures, exchanges)
    return replace(outcome, exchanges=tuple(exchanges))


_Part = Generator[WireRequest, Answer, Outcome]


def _main_fetch(leg: Leg, departures: Departures, exchanges: list[Exchange]) -> _Part:
    """https://fetch.spec.whatwg.org/#concept-main-fetch"""
    failure = _main_fetch_failure(leg)
    if failure is not None:
        return Outcome(failure=leg.blame(failure))
    leg = leg.tainted(_tainting(leg))
    return (yield from _http_fetch(leg, departures, exchanges))


def _tainting(leg: Leg) -> Tainting:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, step 12"""
    if leg.tainting is Tainting.BASIC and (leg.is_same_origin or leg.url.scheme == "data"):
        return Tainting.BASIC
    return Tainting.OPAQUE if leg.asked.mode is Mode.NO_CORS else Tainting.CORS


def _main_fetch_failure(leg: Leg) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, steps 7 and 12"""
    if _tainting(leg) is Tainting.BASIC:
        return None
    if leg.asked.mode is Mode.SAME_ORIGIN:
        refusal = Refusal.REDIRECT_SAME_ORIGIN_MODE if leg.hop else Refusal.SAME_ORIGIN_MODE
        return Failure(refusal, SAME_ORIGIN_MODE)
    if leg.asked.mode is Mode.NO_CORS and leg.asked.redirect_mode is not RedirectMode.FOLLOW:
        return Failure(Refusal.NO_CORS_REDIRECT_MODE, NO_CORS_REDIRECT)
    if not leg.url.is_http:
        return Failure(Refusal.SCHEME_NOT_HTTP, NOT_HTTP, got=leg.url.scheme)
    return None


def _http_fetch(leg: Leg, departures: Departures, exchanges: list[Exchange]) -> _Part:
    """https://fetch.spec.whatwg.org/#concept-http-fetch"""
    if leg.tainting is Tainting.CORS and needs_preflight(leg, departures):
        wire = preflight_request(leg, departures)
        answer = yield wire
        exchanges.append(Exchange(wire, answer))
        failure = _network_failure(answer) or judge_preflight(leg, _response(answer), departures)
        if failure is not None:
            return Outcome(failure=leg.blame(replace(failure, request=wire, answer=answer)))
    wire = actual_request(leg)
    answer = yield wire
    exchanges.append(Exchange(wire, answer))
    failure = _network_failure(answer) or _response_failure(leg, _response(answer))
    if failure is not None:
        return Outcome(failure=leg.blame(replace(failure, request=wire, answer=answer)))
    if is_redirect(_response(answer)):
        return (yield from _redirect(leg, wire, _response(answer), departures, exchanges))
    return _resolved(leg, _response(answer))


def _response(answer: Answer) -> Response:
    assert isinstance(answer, Response)
    return answer


def _network_failure(answer: Answer) -> Failure | None:
    if isinstance(answer, NetworkError):
        return Failure(Refusal.NETWORK, NETWORK, got=answer.failure.value)
    return None


def _response_failure(leg: Leg, response: Response) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-http-fetch, steps 4.4 and 6.3"""
    if leg.tainting is Tainting.CORS:
        failure = cors_check(response.headers, leg.origin, leg.credentials_mode)
        if failure is not None:
            return failure
    if is_redirect(response) and leg.asked.redirect_mode is RedirectMode.ERROR:
        return Failure(Refusal.REDIRECT_MODE_ERROR, REDIRECT_ERROR, got=str(response.status))
    return None


def _redirect(
    leg: Leg, wire: WireRequest, response: Response, departures: Departures, exchanges: list[Exchange]
) -> _Part:
    """https://fetch.spec.whatwg.org/#concept-http-redirect-fetch"""
    if leg.asked.redirect_mode is RedirectMode.MANUAL:
        return Outcome(type=ResponseType.OPAQUE_REDIRECT, response=response, url=leg.url.href)
    target = location_url(leg, response)
    if target is None:
        return _resolved(leg, response)
    failure = redirect_failure(leg, target) if isinstance(target, Url) else target
    if failure is not None or not isinstance(target, Url):
        assert failure is not None
        return Outcome(failure=leg.blame(replace(failure, request=wire, answer=response)))
    return (yield from _main_fetch(next_leg(leg, response, target), departures, exchanges))


def _resolved(leg: Leg, response: Response) -> Outcome:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, step 14"""
    kind = _TYPES[leg.tainting]
    names = visible_headers(response.headers, kind, leg.credentials_mode)
    return Outcome(
        type=kind, response=response, url=leg.url.without_fragment, redirected=leg.hop > 0, visible_headers=names
    )


def actual_request(leg: Leg) -> WireRequest:
    """The request itself as it goes on the wire.

    https://fetch.spec.whatwg.org/#append-a-request-origin-header
    """
    headers = leg.headers
    if leg.tainting is Tainting.CORS or leg.method not in ("GET", "HEAD"):
        headers = headers.plus("Origin", leg.origin)
    return WireRequest(Role.ACTUAL, leg.hop, leg.method, leg.url, headers, leg.body, leg.includes_credentials)


@dataclass(frozen=True, slots=True)
class Pending:
    """The run stopped at a request whose answer is not known."""

    request: WireRequest
    sent: tuple[WireRequest, ...] = ()


def replay(request: Request, departures: Departures, answers: Mapping[Hashable, Answer]) -> Outcome | Pending:
    """Run `fetch` over answers already known, by `WireRequest.key`; stop at the first that is not."""
    return drive(fetch(request, departures), lambda wire: answers.get(wire.key))


def drive(fetching: Fetching, answer: Callable[[WireRequest], Answer | None]) -> Outcome | Pending:
    """Run a fetch with a function that answers; None from it stops the run as `Pending`."""
    sent: list[WireRequest] = []
    try:
        wire = next(fetching)
        while True:
            got = answer(wire)
            if got is None:
                return Pending(wire, tuple(sent))
            sent.append(wire)
            wire = fetching.send(got)
    except StopIteration as done:
        outcome: Outcome = done.value
        return outcome
