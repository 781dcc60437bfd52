"""Sending what a browser would send for a case, once for all of them, and nothing unsafe unasked."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

from cors_tui.browsers.browser import Browser, known_browsers
from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case, Sighting
from cors_tui.probe.prober import Prober
from cors_tui.session.mending import behind_preflights
from cors_tui.session.resolving import with_lookups
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Request, Role, WireRequest
from cors_tui.standards.response import NetworkError
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange

SEND = "send"
"""The consent to send an unsafe request."""

_MOST_ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of the work: the case so far, and in one phrase what is being asked now ("" at the end).

    `done` and `total` count requests; `waiting_for_consent` holds the unsafe request that was not sent.
    """

    case: Case
    asking: str = ""
    done: int = 0
    total: int = 0
    waiting_for_consent: WireRequest | None = None

    @property
    def line(self) -> str:
        """``7 of 12: asking without Origin — is it Origin that changes it?``; "" when nothing is being asked."""
        return progress_line(self.asking, self.done, self.total)


def progress_line(asking: str, done: int, total: int) -> str:
    """Which of how many requests is under way, what it asks and why; "" when nothing is being asked."""
    return f"{done + 1} of {total}: {asking}" if asking and total else asking


def needs_consent(wire: WireRequest) -> bool:
    """Whether sending `wire` may change something at the server: all but GET, HEAD and OPTIONS."""
    return wire.role is Role.ACTUAL and not wire.is_safe


def pending_requests(case: Case) -> tuple[WireRequest, ...]:
    """What the browsers wait for next, each request once."""
    request = case.request()
    waiting: dict[object, WireRequest] = {}
    for browser in known_browsers().values():
        end = drive(fetch(request, browser.departures), case.known_answer)
        if isinstance(end, Pending):
            waiting.setdefault(end.request.key, end.request)
    return tuple(waiting.values())


def ends_unasked(case: Case) -> bool:
    """Whether every browser refuses the call itself, so that its verdict is known and nothing will be sent."""
    known = case.call.url.strip() and parse_url(case.call.origin)
    return bool(known) and not case.exchanges(AS_ASKED) and not pending_requests(case)


def waiting_for_consent(case: Case) -> WireRequest | None:
    """The unsafe request that some browser would send now and the person has not said yes to."""
    if SEND in case.consents:
        return None
    return next((wire for wire in pending_requests(case) if needs_consent(wire)), None)


async def ask_browsers(case: Case) -> AsyncIterator[Progress]:
    """Send what each browser would send, once for all of them, and the safe request itself behind a failed preflight.

    Names are looked up first, where Local Network Access turns on them. An unsafe actual request is sent only when
    "send" is among `case.consents`. Stop by closing the iterator.
    """
    async with Prober(case.connection) as prober:
        case = await with_lookups(case, prober)
        done = len(case.exchanges(AS_ASKED))
        case = case.with_sighting(Sighting(AS_ASKED, case.exchanges(AS_ASKED), time.time()))
        for _ in range(_MOST_ROUNDS):
            wanted = _sendable(case)
            if not wanted:
                break
            yield Progress(case, _phrase(wanted[0]), done, done + len(wanted))
            exchanges = await asyncio.gather(*(send(prober, case, wire) for wire in wanted))
            done += len(exchanges)
            case = seen(case, AS_ASKED, exchanges)
        anyway = _actual_anyway(case)
        if anyway is not None:
            yield Progress(
                case, "what would come next: the request itself, although its preflight failed", done, done + 1
            )
            case = seen(case, ACTUAL_ANYWAY, [await send(prober, case, anyway)])
            done += 1
        yield Progress(case, "", done, done, waiting_for_consent(case))


def is_reachable(case: Case) -> bool:
    """Whether anything answered the person's own request."""
    exchanges = case.exchanges(AS_ASKED)
    return not exchanges or any(exchange.response is not None for exchange in exchanges)


def dressing(case: Case, wire: WireRequest) -> HeaderList:
    """All headers the probe sends for `wire`, dressed as the browser the person chose."""
    browsers = known_browsers()
    browser: Browser = browsers.get(case.connection.dressed_as) or browsers["chromium"]
    headers = browser.dress(wire, case.request())
    agent = case.connection.user_agent
    if not agent:
        return headers
    return HeaderList.of((n, agent if n.lower() == "user-agent" else v) for n, v in headers)


def _sendable(case: Case) -> list[WireRequest]:
    """What may be sent now: every safe request, and of unsafe ones the first form only, after a yes."""
    waiting = pending_requests(case)
    unsafe = [wire for wire in waiting if needs_consent(wire)]
    return [w for w in waiting if not needs_consent(w)] + (unsafe[:1] if SEND in case.consents else [])


async def send(prober: Prober, case: Case, wire: WireRequest, direct: str = "") -> Exchange:
    """Send one request dressed as a browser; `direct` is the origin server's address to go to instead."""
    return Exchange(wire, await prober.send(wire, dressing(case, wire), direct=direct))


def seen(case: Case, experiment: str, exchanges: Iterable[Exchange]) -> Case:
    """`case` with what `experiment` saw now, behind what it saw before."""
    old = case.exchanges(experiment)
    return case.with_sighting(Sighting(experiment, (*old, *exchanges), time.time()))


def _actual_anyway(case: Case) -> WireRequest | None:
    """The safe actual request behind a preflight that failed, unless it was sent or the network is down."""
    if case.exchanges(ACTUAL_ANYWAY) or any(isinstance(e.answer, NetworkError) for e in case.exchanges(AS_ASKED)):
        return None
    request: Request = case.request()
    for browser in known_browsers().values():
        wire = behind_preflights(request, browser.departures, case.known_answer)
        if wire is not None and wire.is_safe and case.known_answer(wire) is None:
            return wire
    return None


def _phrase(wire: WireRequest) -> str:
    if wire.role is Role.PREFLIGHT:
        return "the preflight a browser sends first"
    return (
        "the request itself, as a browser sends it" if wire.hop == 0 else f"redirect {wire.hop}, as a browser follows"
    )
