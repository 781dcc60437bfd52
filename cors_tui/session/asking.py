"""Sending what a case needs: the browsers' own requests, and the experiments of the causes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace

from cors_tui.browsers.browser import Browser, known_browsers
from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case, Sighting
from cors_tui.diagnosis.cause import known_causes
from cors_tui.experiment import Experiment
from cors_tui.experiments import HTTP_INSTEAD, LOCALHOST_ADDRESSES
from cors_tui.probe.prober import Prober
from cors_tui.session.mending import behind_preflights
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Request, Role, WireRequest
from cors_tui.standards.response import NetworkError
from cors_tui.standards.verdict import Exchange

SEND = "send"
"""The consent to send an unsafe request."""

_MOST_ROUNDS = 30
_LEAST_SECONDS = 2.5

_ELSEWHERE = frozenset({HTTP_INSTEAD.name, LOCALHOST_ADDRESSES.name})
"""Experiments that ask another port or address: the only ones worth sending to a server that does not answer."""


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


def needs_consent(wire: WireRequest) -> bool:
    """Whether sending `wire` may change something at the server: all but GET, HEAD and OPTIONS."""
    return wire.role is Role.ACTUAL and not wire.is_safe


def pending_requests(case: Case) -> tuple[WireRequest, ...]:
    """What the browsers wait for next, each request once."""
    request = case.call.request()
    waiting: dict[object, WireRequest] = {}
    for browser in known_browsers().values():
        end = drive(fetch(request, browser.departures), case.known_answer)
        if isinstance(end, Pending):
            waiting.setdefault(end.request.key, end.request)
    return tuple(waiting.values())


def waiting_for_consent(case: Case) -> WireRequest | None:
    """The unsafe request that some browser would send now and the person has not said yes to."""
    if SEND in case.consents:
        return None
    return next((wire for wire in pending_requests(case) if needs_consent(wire)), None)


async def ask_browsers(case: Case) -> AsyncIterator[Progress]:
    """Send what each browser would send, once for all of them, and the safe request itself behind a failed preflight.

    An unsafe actual request is sent only when "send" is among `case.consents`. Stop by closing the iterator.
    """
    async with Prober(case.connection) as prober:
        done = len(case.exchanges(AS_ASKED))
        case = case.with_sighting(Sighting(AS_ASKED, case.exchanges(AS_ASKED), time.time()))
        for _ in range(_MOST_ROUNDS):
            wanted = _sendable(case)
            if not wanted:
                break
            yield Progress(case, _phrase(wanted[0]), done, done + len(wanted))
            exchanges = await asyncio.gather(*(_send(prober, case, wire) for wire in wanted))
            done += len(exchanges)
            case = _seen(case, AS_ASKED, exchanges)
        anyway = _actual_anyway(case)
        if anyway is not None:
            yield Progress(
                case, "what would come next: the request itself, although its preflight failed", done, done + 1
            )
            case = _seen(case, ACTUAL_ANYWAY, [await _send(prober, case, anyway)])
            done += 1
        yield Progress(case, "", done, done, waiting_for_consent(case))


async def ask_experiments(case: Case, experiments: Iterable[Experiment]) -> AsyncIterator[Progress]:
    """Send experiments that were not sent yet: at most two at a time, sequences alone and in order."""
    plans = [(each, each.plan(case)) for each in experiments if each.name not in case.seen]
    plans = [(each, wires) for each, wires in plans if wires and all(wire.is_safe for wire in wires)]
    total = sum(len(wires) for _, wires in plans)
    done = 0
    async with Prober(replace(case.connection, max_time=experiment_seconds(case))) as prober:
        for experiment, wires in plans:
            yield Progress(case, experiment.asks, done, total)
            case = _seen(case, experiment.name, await _carry_out(prober, case, experiment, wires))
            done += len(wires)
        yield Progress(case, "", done, total)


def experiment_seconds(case: Case) -> float:
    """How long one experiment may take: well above what the person's own requests took, never above their limit.

    A port that speaks no TLS, say, may keep a handshake waiting for as long as it is let.
    """
    took = [e.answer.elapsed for e in (*case.exchanges(AS_ASKED), *case.exchanges(ACTUAL_ANYWAY))]
    return min(case.connection.max_time, max(_LEAST_SECONDS, 4 * max(took, default=0.0)))


async def ask_everything(case: Case) -> AsyncIterator[Progress]:
    """The verdict first, then every safe experiment that any cause needs."""
    latest = Progress(case)
    async for latest in ask_browsers(case):
        yield latest
    waiting = latest.waiting_for_consent
    async for step in ask_experiments(latest.case, worthwhile_experiments(latest.case)):
        yield Progress(step.case, step.asking, latest.done + step.done, latest.done + step.total, waiting)


def needed_experiments() -> tuple[Experiment, ...]:
    """Every experiment that any cause needs, each once, sequences last."""
    wanted = {each.name: each for cause in known_causes().values() for each in cause.needs}
    return tuple(sorted(wanted.values(), key=lambda each: each.in_order))


def worthwhile_experiments(case: Case) -> tuple[Experiment, ...]:
    """Of the needed experiments those that can tell something: where nothing answers, those that try elsewhere."""
    needed = needed_experiments()
    if is_reachable(case):
        return needed
    return tuple(each for each in needed if each.name in _ELSEWHERE)


def is_reachable(case: Case) -> bool:
    """Whether anything answered the person's own request."""
    exchanges = case.exchanges(AS_ASKED)
    return not exchanges or any(exchange.response is not None for exchange in exchanges)


def dressing(case: Case, wire: WireRequest) -> HeaderList:
    """All headers the probe sends for `wire`, dressed as the browser the person chose."""
    browsers = known_browsers()
    browser: Browser = browsers.get(case.connection.dressed_as) or browsers["chromium"]
    headers = browser.dress(wire, case.call.request())
    agent = case.connection.user_agent
    if not agent:
        return headers
    return HeaderList.of((n, agent if n.lower() == "user-agent" else v) for n, v in headers)


def _sendable(case: Case) -> list[WireRequest]:
    """What may be sent now: every safe request, and of unsafe ones the first form only, after a yes."""
    waiting = pending_requests(case)
    unsafe = [wire for wire in waiting if needs_consent(wire)]
    return [w for w in waiting if not needs_consent(w)] + (unsafe[:1] if SEND in case.consents else [])


async def _carry_out(
    prober: Prober, case: Case, experiment: Experiment, wires: tuple[WireRequest, ...]
) -> list[Exchange]:
    direct = case.answers.get("origin-server", "") if experiment.direct else ""
    if not experiment.in_order:
        return list(await asyncio.gather(*(_send(prober, case, wire, direct) for wire in wires)))
    return [await _send(prober, case, wire, direct) for wire in wires]


async def _send(prober: Prober, case: Case, wire: WireRequest, direct: str = "") -> Exchange:
    return Exchange(wire, await prober.send(wire, dressing(case, wire), direct=direct))


def _seen(case: Case, experiment: str, exchanges: Iterable[Exchange]) -> Case:
    old = case.exchanges(experiment)
    return case.with_sighting(Sighting(experiment, (*old, *exchanges), time.time()))


def _actual_anyway(case: Case) -> WireRequest | None:
    """The safe actual request behind a preflight that failed, unless it was sent or the network is down."""
    if case.exchanges(ACTUAL_ANYWAY) or any(isinstance(e.answer, NetworkError) for e in case.exchanges(AS_ASKED)):
        return None
    request: Request = case.call.request()
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
