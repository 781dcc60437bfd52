"""The Fetch standard's main path: a generator that yields each request and is sent its answer.

https://fetch.spec.whatwg.org/#fetching
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Mapping
from dataclasses import dataclass, field, replace

from cors_tui.standards.bad_port import has_bad_port
from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.csp import csp_failure
from cors_tui.standards.data_url import data_url_response
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.leg import Leg, Tainting
from cors_tui.standards.local_network_access import local_network_failure
from cors_tui.standards.method import is_safelisted_method, normalize_method
from cors_tui.standards.mixed_content import mixed_content_failure, upgraded
from cors_tui.standards.preflight import judge_preflight, needs_preflight, preflight_names, preflight_request
from cors_tui.standards.preflight_cache import EMPTY_CACHE, Partition, PreflightCache, new_entries
from cors_tui.standards.redirect import is_redirect, location_url, next_leg, redirect_failure
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, RedirectMode, Request, WireRequest
from cors_tui.standards.request_class import constructor_failure, request_headers
from cors_tui.standards.responding import actual_request, checked_mode, preflight_cut_off, resolved, response_blocked
from cors_tui.standards.response import Answer, NetworkError, Response
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import FETCH_STANDARD, Exchange, Failure, Outcome, Refusal, ResponseType, Step
from cors_tui.standards.wire_leniency import as_read

Fetching = Generator[WireRequest, Answer, Outcome]

_MAIN = f"{FETCH_STANDARD}#concept-main-fetch"
BAD_PORT = Step("main fetch", "7", _MAIN)
SCHEME_FETCH = Step("scheme fetch", "3", f"{FETCH_STANDARD}#concept-scheme-fetch")
SWITCH = Step("main fetch", "12", _MAIN)
REDIRECT_ERROR = Step("HTTP fetch", "6.3", f"{FETCH_STANDARD}#concept-http-fetch")
NETWORK = Step("HTTP-network fetch", "", f"{FETCH_STANDARD}#concept-http-network-fetch")


@dataclass(slots=True)
class _Run:
    """What one fetch gathers on its way."""

    departures: Departures
    cache: PreflightCache
    exchanges: list[Exchange] = field(default_factory=list)

    def send(self, wire: WireRequest) -> Generator[WireRequest, Answer, Answer]:
        answer = as_read((yield wire), self.departures)
        self.exchanges.append(Exchange(wire, answer))
        return answer


_Part = Generator[WireRequest, Answer, Outcome]


def fetch(request: Request, departures: Departures, cache: PreflightCache = EMPTY_CACHE) -> Fetching:
    """Run one fetch as a browser with `departures` would; yield each wire request, be sent its answer, return how it
    ends.

    `cache` is what earlier preflights allowed. Never raises for anything a page or a server can say. Does no I/O and
    holds no state.
    """
    failure = constructor_failure(request)
    if failure is not None or request.url is None:
        return Outcome(failure=failure, cache=cache)
    if request.initiator is Initiator.FONT and Departure.FONTS_WITHOUT_CORS in departures:
        request = replace(request, mode=Mode.NO_CORS, credentials_mode=CredentialsMode.INCLUDE)
    run = _Run(departures, cache)
    method = normalize_method(request.method)
    headers = request_headers(request, departures)
    leg = Leg(request, request.url, method, headers, request.body, request.url)
    outcome = yield from _main_fetch(leg, run)
    return replace(outcome, exchanges=tuple(run.exchanges), cache=run.cache)


def _main_fetch(leg: Leg, run: _Run) -> _Part:
    """https://fetch.spec.whatwg.org/#concept-main-fetch"""
    leg = leg.at(upgraded(leg.asked, leg.url))
    failure = _blocked(leg, run.departures) or _switch_failure(leg)
    if failure is None and leg.url.is_http:
        failure = local_network_failure(leg.asked, leg.url, run.departures)
        if failure is not None and failure.refusal is Refusal.LNA_ASKS:
            return Outcome(asks=True, url=leg.url.href, warnings=((Refusal.LNA_ASKS.value, failure.about),))
    if failure is not None:
        return Outcome(failure=leg.blame(failure))
    leg = leg.tainted(_tainting(leg))
    if leg.url.is_http:
        return (yield from _http_fetch(leg, run))
    response = data_url_response(leg.url, run.departures)
    if response is None:
        return Outcome(failure=leg.blame(Failure(Refusal.URL_INVALID, SCHEME_FETCH, got=leg.url.href)))
    return resolved(leg, None, response)


def _blocked(leg: Leg, departures: Departures) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, step 7"""
    if has_bad_port(leg.url):
        return Failure(Refusal.BAD_PORT, BAD_PORT, got=str(leg.url.port))
    return mixed_content_failure(leg.asked, leg.url, departures) or csp_failure(leg.asked, leg.url, leg.hop)


def _tainting(leg: Leg) -> Tainting:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, step 12"""
    if leg.tainting is Tainting.BASIC and (leg.is_same_origin or leg.url.scheme == "data"):
        return Tainting.BASIC
    return Tainting.OPAQUE if leg.asked.mode is Mode.NO_CORS else Tainting.CORS


def _switch_failure(leg: Leg) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, step 12, and scheme fetch"""
    if _tainting(leg) is Tainting.BASIC:
        return None
    if leg.asked.mode is Mode.SAME_ORIGIN:
        return Failure(Refusal.REDIRECT_SAME_ORIGIN_MODE if leg.hop else Refusal.SAME_ORIGIN_MODE, SWITCH)
    if leg.asked.mode is Mode.NO_CORS and leg.asked.redirect_mode is not RedirectMode.FOLLOW:
        return Failure(Refusal.NO_CORS_REDIRECT_MODE, SWITCH, got=leg.asked.redirect_mode.value, wanted="follow")
    if not leg.url.is_http:
        return Failure(Refusal.SCHEME_NOT_HTTP, SWITCH, got=leg.url.scheme, wanted="http or https")
    return None


def _http_fetch(leg: Leg, run: _Run) -> _Part:
    """https://fetch.spec.whatwg.org/#concept-http-fetch"""
    names = preflight_names(leg, run.departures)
    preflighted = leg.tainting is Tainting.CORS and needs_preflight(leg, names, run.departures)
    if preflighted and not _is_cached(leg, names, run):
        failure = yield from _preflight_fetch(leg, names, run)
        if failure is not None:
            return Outcome(failure=leg.blame(failure))
    wire = actual_request(leg, run.departures)
    answer = yield from run.send(wire)
    failure = _network_failure(answer) or _response_failure(leg, answer, run.departures)
    if failure is not None or not isinstance(answer, Response):
        if preflighted and Departure.FAILURE_KEEPS_CACHE not in run.departures:
            run.cache = run.cache.without(_partition(leg))
        assert failure is not None
        return Outcome(failure=leg.blame(replace(failure, request=wire, answer=answer)))
    if is_redirect(answer):
        return (yield from _redirect_fetch(leg, wire, answer, run))
    return resolved(leg, wire, answer)


def _is_cached(leg: Leg, names: tuple[str, ...], run: _Run) -> bool:
    """https://fetch.spec.whatwg.org/#concept-http-fetch, step 4.1"""
    needed = leg.method if leg.asked.upload_listener or not is_safelisted_method(leg.method) else ""
    if not needed and not names:
        return False
    return run.cache.allows(_partition(leg), needed, names, run.departures)


def _partition(leg: Leg) -> Partition:
    return Partition(leg.origin, leg.url.without_fragment, leg.credentials_mode is CredentialsMode.INCLUDE)


def _preflight_fetch(leg: Leg, names: tuple[str, ...], run: _Run) -> Generator[WireRequest, Answer, Failure | None]:
    """https://fetch.spec.whatwg.org/#cors-preflight-fetch-0"""
    wire = preflight_request(leg, names, run.departures)
    answer = yield from run.send(wire)
    failure = _network_failure(answer) or preflight_cut_off(answer, run.departures)
    if failure is None and isinstance(answer, Response):
        failure = judge_preflight(leg, names, answer, run.departures)
        if failure is None:
            added = new_entries(_partition(leg), leg.method, answer.headers, run.departures)
            run.cache = run.cache.plus(added)
            return None
    assert failure is not None
    return replace(failure, request=wire, answer=answer)


def _network_failure(answer: Answer) -> Failure | None:
    if isinstance(answer, NetworkError):
        return Failure(Refusal.NETWORK, NETWORK, got=answer.failure.value)
    return None


def _response_failure(leg: Leg, answer: Answer, departures: Departures) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-http-fetch, steps 4.4, 5 and 6.3"""
    if not isinstance(answer, Response):
        return None
    if leg.tainting is Tainting.CORS:
        failure = cors_check(answer.headers, leg.origin, checked_mode(leg, answer, departures))
        if failure is not None:
            return failure
    failure = response_blocked(leg, answer, departures)
    if failure is None and is_redirect(answer) and leg.asked.redirect_mode is RedirectMode.ERROR:
        return Failure(Refusal.REDIRECT_MODE_ERROR, REDIRECT_ERROR, got=str(answer.status))
    return failure


def _redirect_fetch(leg: Leg, wire: WireRequest, response: Response, run: _Run) -> _Part:
    """https://fetch.spec.whatwg.org/#concept-http-redirect-fetch"""
    if leg.asked.redirect_mode is RedirectMode.MANUAL:
        return Outcome(type=ResponseType.OPAQUE_REDIRECT, response=response, url=leg.url.href)
    target = location_url(leg, response, run.departures)
    if target is None:
        return resolved(leg, wire, response)
    failure = redirect_failure(leg, target, run.departures) if isinstance(target, Url) else target
    if failure is not None or not isinstance(target, Url):
        assert failure is not None
        return Outcome(failure=leg.blame(replace(failure, request=wire, answer=response)))
    return (yield from _main_fetch(next_leg(leg, response, target, run.departures), run))


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
