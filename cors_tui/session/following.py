"""What comes next once the first cause is repaired: said only where the bytes that were seen show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cors_tui.diagnosis.cause import Finding, Group
from cors_tui.diagnosis.diagnose import Diagnosis
from cors_tui.session.mending import Known
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Failure, Refusal

if TYPE_CHECKING:
    from cors_tui.session.judging import Fault

_AT_THE_PREFLIGHT = frozenset({Group.AUTH, Group.PREFLIGHT, Group.SERVER_ERROR})
"""Groups whose repair at the preflight changes nothing at the request itself."""

_MOST = 3

_ALLOW_ORIGIN = "access-control-allow-origin"


def with_next(diagnosis: Diagnosis, faults: Sequence[Fault], known: Known) -> Diagnosis:
    """`diagnosis` whose first finding says what shows up once it is repaired, unless it does so itself.

    `known` gives what really came back for a request: the answers of later faults have the earlier ones mended.
    """
    if not diagnosis.findings or diagnosis.findings[0].next:
        return diagnosis
    first, *others = diagnosis.findings
    says = what_follows(first, faults, known)
    return replace(diagnosis, findings=(replace(first, next=says), *others)) if says else diagnosis


def what_follows(finding: Finding, faults: Sequence[Fault], known: Known) -> str:
    """One sentence: at what a browser stops next; "" where nothing is sure.

    Another server, URL or permission changes every answer: of what comes behind those nothing is known. The same holds
    for an answer in which no CORS code had a hand.
    """
    if not (finding.group.is_cors or finding.group in _AT_THE_PREFLIGHT):
        return ""
    first = {fault.failure.refusal for fault in faults if fault.first_in}
    later = [fault for fault in faults if not fault.first_in and _stays(fault, first, finding.group, known)]
    phrases = dict.fromkeys(phrase for fault in later if (phrase := _phrase(fault.failure)))
    if not phrases:
        return ""
    return f"Once this is repaired, the browser stops at the next: {', then '.join(list(phrases)[:_MOST])}."


def _stays(fault: Fault, first: set[Refusal], group: Group, known: Known) -> bool:
    refusal, request = fault.failure.refusal, fault.failure.request
    if fault.is_next:
        return refusal not in first or (Refusal.PREFLIGHT_STATUS in first and group in _AT_THE_PREFLIGHT)
    came = known(request) if request is not None else None
    spoke = isinstance(came, Response) and 200 <= came.status < 300 and _ALLOW_ORIGIN in came.headers
    return spoke and refusal not in first


def _phrase(failure: Failure) -> str:
    where = "of the preflight" if failure.in_preflight else "of the request itself"
    phrases = {
        Refusal.ALLOW_ORIGIN_MISSING: f"the answer {where} has no Access-Control-Allow-Origin",
        Refusal.ALLOW_ORIGIN_WILDCARD: f"the answer {where} says `*`, which does not count with credentials",
        Refusal.ALLOW_ORIGIN_MULTIPLE: f"the answer {where} holds several values of Access-Control-Allow-Origin",
        Refusal.ALLOW_ORIGIN_INVALID: f"the answer {where} holds no origin in Access-Control-Allow-Origin",
        Refusal.ALLOW_ORIGIN_MISMATCH: f"the answer {where} allows another origin",
        Refusal.ALLOW_CREDENTIALS: f"the answer {where} lacks Access-Control-Allow-Credentials: true",
        Refusal.PREFLIGHT_STATUS: f"the preflight is answered {failure.status}",
        Refusal.ALLOW_METHODS_INVALID: "Access-Control-Allow-Methods cannot be read",
        Refusal.ALLOW_HEADERS_INVALID: "Access-Control-Allow-Headers cannot be read",
        Refusal.METHOD_NOT_ALLOWED: f"Access-Control-Allow-Methods does not list {failure.about}",
        Refusal.HEADER_NOT_ALLOWED: f"Access-Control-Allow-Headers does not list {failure.about}",
    }
    return phrases.get(failure.refusal, "")
