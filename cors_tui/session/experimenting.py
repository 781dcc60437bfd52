"""Sending the experiments of the causes: each once, politely, and nothing that could harm without a yes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case
from cors_tui.diagnosis.cause import known_causes
from cors_tui.experiment import Experiment
from cors_tui.experiments import EXTRA_QUERY, HTTP_INSTEAD, LOCALHOST_ADDRESSES, OWN_AGAIN, query_changes_answer
from cors_tui.experiments.making import OWN_URL
from cors_tui.probe.prober import Prober
from cors_tui.session.asking import Progress, ask_browsers, is_reachable, seen, send
from cors_tui.session.pacing import asked_to_rest, rest_seconds
from cors_tui.standards.request import WireRequest
from cors_tui.standards.verdict import Exchange

Rest = Callable[[float], Awaitable[None]]

_LEAST_SECONDS = 2.5

_ELSEWHERE = frozenset({HTTP_INSTEAD.name, LOCALHOST_ADDRESSES.name})
"""Experiments that ask another port or address: the only ones worth sending to a server that does not answer."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One experiment with the requests it would send now."""

    experiment: Experiment
    wires: tuple[WireRequest, ...]


def planned(case: Case, experiments: Iterable[Experiment]) -> tuple[Plan, ...]:
    """Those of `experiments` that were not sent yet, apply to `case`, and are safe or agreed to."""
    plans = (Plan(each, each.plan(case)) for each in experiments if each.name not in case.seen and _may(case, each))
    return tuple(plan for plan in plans if plan.wires and _is_agreed(plan))


def held_back(case: Case) -> tuple[Plan, ...]:
    """What worthwhile experiments were not sent, as an extra query value alone changes the answer."""
    if OWN_URL in case.consents or not query_changes_answer(case):
        return ()
    return tuple(plan for plan in planned(case, worthwhile_experiments(case)) if plan.experiment.compares)


def not_asked(case: Case) -> tuple[Plan, ...]:
    """What worthwhile experiments were not sent, as the server asked to be left in peace."""
    return planned(case, needed_experiments()) if asked_to_rest(case) and len(case.seen) > 1 else ()


def questions_ahead(case: Case) -> int:
    """How many requests asking everything would send, as far as is known beforehand; 0 when nothing is left to ask."""
    worthwhile = worthwhile_experiments(case)
    if asked_to_rest(case) or held_back(case) or (case.seen and not planned(case, worthwhile)):
        return 0
    own = {name: sighting for name, sighting in case.seen.items() if name in (AS_ASKED, ACTUAL_ANYWAY)}
    anew = replace(case, seen=MappingProxyType(own))
    sent = sum(len(sighting.exchanges) for sighting in own.values())
    return sent + sum(len(plan.wires) for plan in (*_guard(anew, worthwhile), *planned(anew, worthwhile)))


async def ask_experiments(
    case: Case, experiments: Iterable[Experiment], rest: Rest = asyncio.sleep
) -> AsyncIterator[Progress]:
    """Send experiments that were not sent yet: at most two requests at a time, a rest between, sequences alone and in
    order. Each `Progress` stands before what it says is asked; its total is known from the first one on.

    First it is seen whether an extra query value changes the answer by itself; if so, nothing that compares is sent
    without the consent `OWN_URL`. A server that answers 429 is asked no more; the one behind it may be. `rest` is
    awaited with seconds. Stop by closing the iterator: what was seen so far is in the last `Progress`.
    """
    queue = _comparable(case, [*_guard(case, experiments), *planned(case, experiments)])
    done, total = 0, sum(len(plan.wires) for plan in queue)
    async with Prober(replace(case.connection, max_time=experiment_seconds(case))) as prober:
        while queue := _welcome(case, queue):
            plan, *queue = queue
            yield Progress(case, f"asking {plan.experiment.asks}", done, total)
            exchanges = await _carry_out(prober, case, plan, rest)
            case = seen(case, plan.experiment.name, exchanges)
            done += len(exchanges)
            queue = _after(case, plan, queue)
            total = done + sum(len(each.wires) for each in queue)
            if queue:
                await rest(rest_seconds(exchanges))
        yield Progress(case, "", done, total)


async def ask_everything(case: Case, rest: Rest = asyncio.sleep) -> AsyncIterator[Progress]:
    """The verdict first, then every safe experiment that any cause needs."""
    latest = Progress(case)
    async for latest in ask_browsers(case):
        yield latest
    waiting = latest.waiting_for_consent
    async for step in ask_experiments(latest.case, worthwhile_experiments(latest.case), rest):
        yield Progress(step.case, step.asking, latest.done + step.done, latest.done + step.total, waiting)


def _welcome(case: Case, queue: list[Plan]) -> list[Plan]:
    """Of a queue all; once a server asked for rest, what goes straight to the one behind it."""
    return [plan for plan in queue if plan.experiment.direct] if asked_to_rest(case) else queue


def experiment_seconds(case: Case) -> float:
    """How long one experiment may take: well above what the person's own requests took, never above their limit.

    A port that speaks no TLS, say, may keep a handshake waiting for as long as it is let.
    """
    took = [e.answer.elapsed for e in (*case.exchanges(AS_ASKED), *case.exchanges(ACTUAL_ANYWAY))]
    return min(case.connection.max_time, max(_LEAST_SECONDS, 4 * max(took, default=0.0)))


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


def _may(case: Case, experiment: Experiment) -> bool:
    return not experiment.consent or experiment.consent in case.consents


def _is_agreed(plan: Plan) -> bool:
    """Nothing unsafe is sent but what needs, and has, a yes of its own."""
    return bool(plan.experiment.consent) or all(wire.is_safe for wire in plan.wires)


def _guard(case: Case, experiments: Iterable[Experiment]) -> tuple[Plan, ...]:
    """The question that comes before all that compare, where there are any."""
    if OWN_URL in case.consents or not any(plan.experiment.compares for plan in planned(case, experiments)):
        return ()
    return planned(case, (EXTRA_QUERY,))


def _after(case: Case, plan: Plan, queue: list[Plan]) -> list[Plan]:
    """What is still to be asked: where the query seems to change the answer, first whether it was chance."""
    if plan.experiment is EXTRA_QUERY:
        return [*planned(case, (OWN_AGAIN,)), *queue]
    return _comparable(case, queue) if plan.experiment is OWN_AGAIN else queue


def _comparable(case: Case, queue: list[Plan]) -> list[Plan]:
    if OWN_URL in case.consents or not query_changes_answer(case):
        return queue
    return [each for each in queue if not each.experiment.compares]


async def _carry_out(prober: Prober, case: Case, plan: Plan, rest: Rest) -> list[Exchange]:
    direct = case.answers.get("origin-server", "") if plan.experiment.direct else ""
    if not plan.experiment.in_order:
        return list(await asyncio.gather(*(send(prober, case, wire, direct) for wire in plan.wires)))
    exchanges: list[Exchange] = []
    for wire in plan.wires:
        if exchanges:
            await rest(rest_seconds(exchanges[-1:]))
        exchanges.append(await send(prober, case, wire, direct))
    return exchanges
