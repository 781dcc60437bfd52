"""The Fetch standard's main path: a generator that yields each request and is sent its answer.

https://fetch.spec.whatwg.org/#fetching
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.data_url import as_script_sees_it, data_url_response
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.exposure import visible_headers
from cors_tui.standards.leg import Leg, Tainting, first_leg
from cors_tui.standards.main_fetch import unsendable
from cors_tui.standards.method import normalize_method
from cors_tui.standards.preflight import (
    cached_partition,
    is_preflighted,
    judge_preflight,
    may_be_kept,
    may_use_cache,
    needed_method,
    only_wildcard_allows_authorization,
    preflight_names,
    preflight_request,
)
from cors_tui.standards.preflight_cache import EMPTY_CACHE, PreflightCache, new_entry
from cors_tui.standards.redirect import (
    breaks_error_mode,
    early_failure,
    is_looked_at_late,
    is_redirect,
    location_credentials,
    location_url,
    next_leg,
    redirect_failure,
)
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, RedirectMode, Request, WireRequest
from cors_tui.standards.request_class import constructor_failure, request_body, request_headers
from cors_tui.standards.responding import (
    RESPONSE_TYPES,
    actual_request,
    late_failure,
    proxy_auth_failure,
    response_blocked,
    unusable,
    without_body,
)
from cors_tui.standards.response import Answer, NetworkError, Response
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import (
    FETCH_STANDARD,
    WARN_ASKS,
    WARN_ASKS_BEFORE_PREFLIGHT,
    WARN_UPGRADED,
    WARN_WILDCARD_AUTHORIZATION,
    Exchange,
    Failure,
    Outcome,
    Refusal,
    ResponseType,
    Step,
)
from cors_tui.standards.wire_leniency import LOCATIONS_DIFFER, as_read

Fetching = Generator[WireRequest, Answer, Outcome]

SCHEME_FETCH = Step("scheme fetch", "3", f"{FETCH_STANDARD}#concept-scheme-fetch")
REDIRECT_ERROR = Step("HTTP fetch", "6.3", f"{FETCH_STANDARD}#concept-http-fetch")
NETWORK = Step("HTTP-network fetch", "", f"{FETCH_STANDARD}#concept-http-network-fetch")


@dataclass(slots=True)
class _Run:
    """What one fetch gathers on its way, and how it ends."""

    departures: Departures
    cache: PreflightCache
    exchanges: list[Exchange] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)

    def send(self, wire: WireRequest) -> Generator[WireRequest, Answer, Answer]:
        answer = as_read(wire.url, (yield wire), self.departures)
        self.exchanges.append(Exchange(wire, answer))
        return answer

    def fails(self, leg: Leg, failure: Failure, judged: Exchange | None = None) -> Outcome:
        """The end at a failure; what it was judged by is the last exchange, if it is of this hop."""
        last = judged or (self.exchanges[-1] if self.exchanges else None)
        here = last is not None and last.request.hop == leg.hop
        blamed = leg.blame(failure, last.request, last.answer) if last and here else leg.blame(failure)
        return self._end(failure=blamed)

    def asks(self, leg: Leg, about: str) -> Outcome:
        """The end for now: the browser waits for the person, before a preflight or before the request itself."""
        preflighted = is_preflighted(leg, preflight_names(leg, self.departures), self.departures)
        self.warnings.append((WARN_ASKS_BEFORE_PREFLIGHT if preflighted else WARN_ASKS, about))
        return self._end(asks=True, url=leg.url.href)

    def gives(self, leg: Leg, response: Response) -> Outcome:
        """The end with a response, filtered for script.

        https://fetch.spec.whatwg.org/#concept-main-fetch, steps 14 to 22
        """
        failure = unusable(leg, response, self.departures)
        if failure is not None:
            return self.fails(leg, failure)
        kind = RESPONSE_TYPES[leg.tainting]
        return self._end(
            type=kind,
            response=response,
            url=leg.url.without_fragment,
            redirected=leg.hop > 0,
            visible_headers=visible_headers(response.headers, kind, leg.credentials_mode),
        )

    def redirects(self, leg: Leg, response: Response) -> Outcome:
        """The end with a redirect that is not followed: script sees that there was one."""
        failure = without_body(leg)
        if failure is not None:
            return self.fails(leg, failure)
        return self._end(type=ResponseType.OPAQUE_REDIRECT, response=response, url=leg.url.href)

    def _end(self, **how: Any) -> Outcome:
        return Outcome(**how, exchanges=tuple(self.exchanges), warnings=tuple(self.warnings), cache=self.cache)


def fetch(request: Request, departures: Departures, cache: PreflightCache = EMPTY_CACHE) -> Fetching:
    """Run one fetch as a browser with `departures` would; yield each wire request, be sent its answer, return how it
    ends.

    `cache` is what earlier preflights allowed. Never raises for anything a page or a server can say. Does no I/O and
    holds no state.
    """
    failure = constructor_failure(request)
    if failure is not None or request.url is None:
        return Outcome(failure=failure, cache=cache)
    url = request.url
    if request.initiator is Initiator.FONT and Departure.FONTS_WITHOUT_CORS in departures:
        request = replace(request, mode=Mode.NO_CORS, credentials_mode=CredentialsMode.INCLUDE)
    headers, body = request_headers(request, departures), request_body(request)
    leg = first_leg(request, url, normalize_method(request.method), headers, body, departures)
    run = _Run(departures, cache)
    if leg.url is not url:
        run.warnings.append((WARN_UPGRADED, url.href))
    return (yield from _main_fetch(leg, run))


def _main_fetch(leg: Leg, run: _Run) -> Fetching:
    """https://fetch.spec.whatwg.org/#concept-main-fetch"""
    failure = unsendable(leg, run.departures)
    if failure is not None:
        if failure.refusal is Refusal.LNA_ASKS:
            return run.asks(leg, failure.about)
        late = failure.refusal is Refusal.MIXED_CONTENT and Departure.MIXED_CONTENT_LATE in run.departures
        before = (yield from _preflight_of_blocked(leg, run)) if late and leg.hop else None
        return run.fails(leg, before or failure)
    if leg.url.is_http:
        return (yield from _http_fetch(leg, run))
    response = data_url_response(leg.url, leg.asked.initiator, run.departures)
    if response is None:
        return run.fails(leg, Failure(Refusal.URL_INVALID, SCHEME_FETCH, got=leg.url.href))
    return as_script_sees_it(run.gives(leg, response), leg.asked.initiator, run.departures)


def _preflight_of_blocked(leg: Leg, run: _Run) -> Generator[WireRequest, Answer, Failure | None]:
    """The failure of the preflight, if one is needed, of a redirect that will be refused for something else."""
    names = preflight_names(leg, run.departures)
    if not is_preflighted(leg, names, run.departures):
        return None
    return None if _is_allowed_already(leg, names, run) else (yield from _preflight_fetch(leg, names, run))


def _http_fetch(leg: Leg, run: _Run) -> Fetching:
    """https://fetch.spec.whatwg.org/#concept-http-fetch"""
    names = preflight_names(leg, run.departures)
    preflighted = is_preflighted(leg, names, run.departures)
    if preflighted and not _is_allowed_already(leg, names, run):
        failure = yield from _preflight_fetch(leg, names, run)
        if failure is not None:
            return run.fails(leg, failure)
    answer = yield from run.send(actual_request(leg, run.departures))
    failure = _answer_failure(leg, answer, run.departures)
    if failure is not None and preflighted and Departure.FAILURE_KEEPS_CACHE not in run.departures:
        run.cache = run.cache.without(cached_partition(leg))
    if failure is not None or not isinstance(answer, Response):
        return run.fails(leg, failure or _network_failure(answer))
    if is_redirect(answer):
        return (yield from _redirect_fetch(leg, answer, run))
    return run.gives(leg, answer)


def _is_allowed_already(leg: Leg, names: tuple[str, ...], run: _Run) -> bool:
    """https://fetch.spec.whatwg.org/#concept-http-fetch, step 4.1"""
    if not run.cache.entries or not may_use_cache(leg, run.departures):
        return False
    return run.cache.allows(cached_partition(leg), needed_method(leg), names, run.departures)


def _preflight_fetch(leg: Leg, names: tuple[str, ...], run: _Run) -> Generator[WireRequest, Answer, Failure | None]:
    """https://fetch.spec.whatwg.org/#cors-preflight-fetch-0"""
    answer = yield from run.send(preflight_request(leg, names, run.departures))
    if not isinstance(answer, Response):
        return _network_failure(answer)
    failure = (
        proxy_auth_failure(answer, run.departures)
        or early_failure(leg, answer, run.departures)
        or judge_preflight(leg, names, answer, run.departures)
    )
    if failure is None:
        if only_wildcard_allows_authorization(names, answer.headers):
            run.warnings.append((WARN_WILDCARD_AUTHORIZATION, leg.url.href))
        if not may_be_kept(leg, run.departures):
            return None
        run.cache = run.cache.plus(new_entry(cached_partition(leg), leg.method, answer.headers, run.departures))
    return failure


def _network_failure(answer: Answer) -> Failure:
    if not isinstance(answer, NetworkError):
        return Failure(Refusal.NETWORK, NETWORK)
    refusal = Refusal.REDIRECT_LOCATION_INVALID if answer.detail == LOCATIONS_DIFFER else Refusal.NETWORK
    return Failure(refusal, NETWORK, got=answer.failure.value)


def _answer_failure(leg: Leg, answer: Answer, departures: Departures) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-http-fetch, steps 4.4, 5 and 6.3"""
    if not isinstance(answer, Response):
        return _network_failure(answer)
    failure = proxy_auth_failure(answer, departures) or early_failure(leg, answer, departures)
    if failure is None and leg.tainting is Tainting.CORS:
        failure = cors_check(answer.headers, leg.origin, leg.credentials_mode)
    failure = failure or response_blocked(leg, answer, departures)
    if failure is None and leg.asked.redirect_mode is RedirectMode.ERROR and breaks_error_mode(answer, departures):
        if Departure.REDIRECT_CREDENTIALS_BEFORE_MODE in departures:
            failure = location_credentials(leg, answer, departures)
        return failure or Failure(Refusal.REDIRECT_MODE_ERROR, REDIRECT_ERROR, got=str(answer.status))
    return failure


def _redirect_fetch(leg: Leg, response: Response, run: _Run) -> Fetching:
    """https://fetch.spec.whatwg.org/#concept-http-redirect-fetch"""
    if leg.asked.redirect_mode is RedirectMode.ERROR:
        return run.gives(leg, response)
    if leg.asked.redirect_mode is RedirectMode.MANUAL:
        return run.redirects(leg, response)
    target = location_url(leg, response, run.departures)
    if target is None:
        return run.gives(leg, response)
    failure = redirect_failure(leg, target, run.departures) if isinstance(target, Url) else target
    held = failure if failure and is_looked_at_late(leg, failure, run.departures) else None
    if failure is not held or not isinstance(target, Url):
        return run.fails(leg, failure or _network_failure(response))
    following = next_leg(leg, response, target, run.departures)
    late = held or late_failure(leg, response, run.departures)
    if late is None or unsendable(following, run.departures) is not None:
        return (yield from _main_fetch(following, run))
    judged = run.exchanges[-1]
    failure = yield from _preflight_of_blocked(following, run)
    if failure is not None:
        return run.fails(following, failure)
    return run.fails(leg, late, judged)


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
