"""The requests of a HAR that failed, worst first, each with why. The file is streamed, secrets masked at reading."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from typing import IO

from cors_tui.browsers.browser import Reading, known_browsers
from cors_tui.browsers.messages.network_errors import refusal_of
from cors_tui.case import Call
from cors_tui.inputs.har import HarCase, har_cases
from cors_tui.inputs.json_parts import CaseError
from cors_tui.inputs.reader import Understood
from cors_tui.masking import MASK, is_secret, masked, masked_url
from cors_tui.policy import least_policy, respond
from cors_tui.standards.cors_settings import chosen, credentials_modes, is_written_by_author, modes
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import serialize_origin
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Answer, Response
from cors_tui.standards.verdict import Failure, Refusal

MOST = 100
"""Failed requests that are kept."""

_MASK_BYTES = "****"
"""What stands for a secret in a call: bytes that a header may hold."""


@dataclass(slots=True)
class _Counts:
    judged: int = 0
    failed: int = 0
    unread: int = 0
    masked: bool = False
    broken: str = ""
    """What is wrong with the file as a whole."""


def read_har(start: bytes, file: IO[bytes]) -> Understood:
    """Judge every cross-origin request of a HAR as Chromium would, and keep those that failed.

    `start` is what was read of `file` already. Memory is bound by `MOST` failures and a window of the file. Where the
    file has no answer to a request, the browser blocked it and saved no reason.
    """
    counts, order = _Counts(), count()
    kept: list[tuple[tuple[int, int, int], Call, Reading]] = []
    for case in har_cases(start, file):
        if isinstance(case, CaseError):
            _count_unread(counts, str(case))
            continue
        counts.judged += 1
        found = _failure(case)
        if found is None:
            continue
        counts.failed += 1
        call = _call(case)
        counts.masked |= _MASK_BYTES in str(call)
        item = ((*_badness(found, call), -next(order)), call, found)
        if len(kept) < MOST:
            heapq.heappush(kept, item)
        else:
            heapq.heappushpop(kept, item)
    worst = sorted(kept, key=lambda item: item[0], reverse=True)
    calls, readings = tuple(call for _, call, _ in worst), tuple(reading for _, _, reading in worst)
    return Understood("har", calls, readings=readings, says=_says(counts), missed=_missed(counts))


def _count_unread(counts: _Counts, error: str) -> None:
    if error.startswith("the HAR "):
        counts.broken = error
    else:
        counts.unread += 1


def _failure(case: HarCase) -> Reading | None:
    """Why the request failed, in the shape of what a console says; None when it passed."""
    ended = drive(fetch(case.request, known_browsers()["chromium"].departures), _server(case))
    url, origin = masked_url(case.request.url_text), serialize_origin(case.request.page.origin)
    if isinstance(ended, Pending):
        preflight = "access-control-request-method" in ended.request.headers
        name = case.error or "ERR_FAILED"
        return Reading("", refusal_of(name), url, origin, in_preflight=preflight or None, network=name)
    if ended.failure is None:
        return None
    reading = reading_of(ended.failure, url, origin)
    return replace(reading, network=case.error) if reading.network and case.error else reading


def _server(case: HarCase) -> Callable[[WireRequest], Answer | None]:
    """The file's answers. A preflight that the file does not hold passed where the request behind it was answered: some
    browsers save none, and none is sent while its answer is remembered."""
    policy = least_policy(case.request)

    def answer(wire: WireRequest) -> Answer | None:
        known = case.answer(wire)
        if known is None and wire.role is Role.PREFLIGHT and case.was_answered:
            return Response(204, respond(policy, wire))
        return known

    return answer


def reading_of(failure: Failure, url: str, origin: str) -> Reading:
    """A failure in the shape of what a console says, whoever's console it is; `url` is what the page called."""
    return Reading(
        "",
        failure.refusal,
        masked_url(failure.url) or url,
        origin,
        redirected_from=url if failure.redirected_from else "",
        value=failure.about or failure.got or "",
        status=failure.status,
        in_preflight=failure.in_preflight,
        network=_network(failure),
    )


def _network(failure: Failure) -> str:
    return "" if failure.status is not None or failure.refusal is not Refusal.NETWORK else "ERR_FAILED"


def _badness(found: Reading, call: Call) -> tuple[int, int]:
    """A server's error first, then refusals, then what only the network knows; calls that change something first."""
    if found.status is not None and found.status >= 500:
        return 3, int(call.method != "GET")
    return (2 if found.refusal not in (None, Refusal.NETWORK) else 1), int(call.method != "GET")


def _call(case: HarCase) -> Call:
    request = case.request
    headers = tuple((name, _masked(name, value)) for name, value in request.headers)
    mode = chosen(request.mode, modes(request.initiator))
    return Call(
        url=masked_url(request.url_text).replace(MASK, _MASK_BYTES),
        origin=serialize_origin(request.page.origin),
        method=request.method,
        headers=HeaderList(headers if is_written_by_author(request.initiator) else ()),
        body=request.body.text if request.body else None,
        credentials=chosen(request.credentials_mode, credentials_modes(request.initiator, mode)),
        mode=mode,
        initiator=request.initiator,
    )


def _masked(name: str, value: str) -> str:
    return masked(name, value).replace(MASK, _MASK_BYTES) if is_secret(name) else value


def _says(counts: _Counts) -> tuple[str, ...]:
    requests = f"{counts.judged} cross-origin request{'' if counts.judged == 1 else 's'}"
    said = [f"A HAR with {requests}; failed: {counts.failed}."]
    if counts.failed > MOST:
        said.append(f"The worst {MOST} are listed.")
    if counts.masked:
        said.append(f"Secrets of the file were masked as {_MASK_BYTES}: give them again before a probe.")
    return tuple(said)


def _missed(counts: _Counts) -> tuple[str, ...]:
    missed = []
    if counts.broken:
        missed.append(f"{counts.broken[0].upper()}{counts.broken[1:]}; what stands before was read.")
    if counts.unread:
        missed.append(f"Entries of the file that could not be read: {counts.unread}.")
    if not counts.failed:
        missed.append("No cross-origin request of the file failed.")
    return tuple(missed)
