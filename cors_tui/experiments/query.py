"""Whether the extra query value that keeps experiments out of caches changes the answer by itself.

A signed URL, or a server that refuses queries it does not know, answers otherwise with it: then no experiment that
carries one can be compared with the person's own request.
"""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.case import Case
from cors_tui.experiment import Experiment, with_fresh_query
from cors_tui.experiments.making import own_exchanges, own_origin, subjects, target
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange

_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Changed:
    """The same request answered two ways: as asked, and with an extra query value."""

    own: Exchange
    fresh: Exchange


def _same_with_a_query(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    if url is None:
        return ()
    sent = subjects(case, own_origin(case), with_fresh_query(url))
    answered = tuple(exchange for exchange in own_exchanges(case) if exchange.response)
    return tuple(wire for wire in sent if _alike(answered, wire))


def _own_again(case: Case) -> tuple[WireRequest, ...]:
    return tuple(changed.own.request for changed in _differing(case))


EXTRA_QUERY = Experiment(
    "extra-query",
    "with a query value more — does that change it?",
    _same_with_a_query,
    compares=False,
)
OWN_AGAIN = Experiment(
    "own-again",
    "the very same once more — was it chance?",
    _own_again,
    compares=False,
)


def changed_by_query(case: Case) -> Changed | None:
    """The pair of answers that shows it; None where the extra query value changes nothing, or it is not known.

    Where the person's own request was asked again and was answered otherwise than before, it was chance.
    """
    again = case.exchanges(OWN_AGAIN.name)
    for changed in _differing(case):
        later = _alike(again, changed.own.request)
        if later is None or _same_answer(changed.own, later):
            return changed
    return None


def query_changes_answer(case: Case) -> bool:
    """Whether the extra query value itself changes the answer: then experiments that carry one prove nothing."""
    return changed_by_query(case) is not None


def _differing(case: Case) -> tuple[Changed, ...]:
    own = own_exchanges(case)
    pairs = ((_alike(own, fresh.request), fresh) for fresh in case.exchanges(EXTRA_QUERY.name))
    return tuple(Changed(one, other) for one, other in pairs if one is not None and _is_refused_now(one, other))


def _is_refused_now(own: Exchange, fresh: Exchange) -> bool:
    """With the query the answer is a redirect, an error, or a page; the other way round a cache is likelier."""
    if own.response is None or fresh.response is None or _same_answer(own, fresh):
        return False
    if fresh.response.status == _TOO_MANY:
        return False
    return fresh.response.status >= 300 or _is_html(fresh.response)


def _same_answer(a: Exchange, b: Exchange) -> bool:
    if a.response is None or b.response is None:
        return a.response is b.response
    return a.response.status == b.response.status and _is_html(a.response) == _is_html(b.response)


def _is_html(response: Response) -> bool:
    return (response.headers.get("content-type") or "").lower().startswith("text/html")


def _alike(exchanges: tuple[Exchange, ...], wire: WireRequest) -> Exchange | None:
    """The first of the same role and method at the URL that was called."""
    for exchange in exchanges:
        request = exchange.request
        if (request.role, request.method, request.hop) == (wire.role, wire.method, 0):
            return exchange
    return None
