"""Politeness towards somebody else's server: how long to rest between two questions, and when to stop asking."""

from __future__ import annotations

from collections.abc import Iterable

from cors_tui.case import Case
from cors_tui.standards.response import Response
from cors_tui.standards.site import ip_of
from cors_tui.standards.verdict import Exchange

LEAST_REST = 0.1
"""Seconds between two questions to another machine; one's own needs none."""

LONGEST_REST = 1.0
"""Seconds, however long an answer took."""


def rest_seconds(exchanges: Iterable[Exchange]) -> float:
    """How long to leave the server in peace now: as long as it took to answer, so that it is asked half the time."""
    answers = [exchange.answer for exchange in exchanges]
    took = max((answer.elapsed for answer in answers), default=0.0)
    least = 0.0 if all(_is_own_machine(answer.address) for answer in answers) else LEAST_REST
    return min(max(took, least), LONGEST_REST)


def asked_to_rest(case: Case) -> bool:
    """Whether any answer so far says that there were too many questions."""
    answers = (exchange.answer for sighting in case.seen.values() for exchange in sighting.exchanges)
    return any(isinstance(answer, Response) and asks_for_rest(answer) for answer in answers)


def asks_for_rest(response: Response) -> bool:
    """Whether `response` says that there were too many questions: 429, or 503 with Retry-After."""
    return response.status == 429 or (response.status == 503 and "retry-after" in response.headers)


def _is_own_machine(address: str) -> bool:
    """`address` is ``ip:port``; "" where nobody was reached, who then needs no rest."""
    found = ip_of(address.rpartition(":")[0])
    return not address or (found is not None and found.is_loopback)
