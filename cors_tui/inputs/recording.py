"""What a recording of a case would hold, computed: the same names and meanings as the recorded truth."""

from __future__ import annotations

from typing import Any

from cors_tui.inputs.case_server import hop_of
from cors_tui.inputs.cases import RecordedCase
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator
from cors_tui.standards.verdict import Exchange, Outcome, ResponseType

_ELEMENT_TYPES = {
    Initiator.XHR: "xhr",
    Initiator.SCRIPT: "script",
    Initiator.MODULE: "script",
    Initiator.IMPORT: "module",
    Initiator.STYLESHEET: "link",
    Initiator.IMAGE: "img",
    Initiator.FONT: "font",
    Initiator.EVENT_SOURCE: "eventsource",
}


def recorded(case: RecordedCase, outcome: Outcome) -> dict[str, Any]:
    """The record of `outcome`: ``resolved``, ``type``, ``allowed``, what script saw, and ``requests``.

    ``type`` is absent when it did not resolve; ``status``, ``url``, ``redirected`` and ``headers_visible`` are there
    where script can see them (fetch and XMLHttpRequest). ``allowed`` is resolved and readable across origins; for
    everything but fetch, which shows no response type, it is resolved.
    """
    record: dict[str, Any] = {"allowed": is_allowed(case, outcome), "resolved": outcome.resolved}
    if outcome.resolved:
        record |= {"type": type_of(case, outcome), **_seen(case, outcome)}
    record["requests"] = [requested(exchange) for exchange in outcome.exchanges if case.server.reached(exchange)]
    return record


def is_allowed(case: RecordedCase, outcome: Outcome) -> bool:
    """The meaning of ``allowed`` in the recorded truth."""
    return outcome.allowed if case.request.initiator is Initiator.FETCH else outcome.resolved


def type_of(case: RecordedCase, outcome: Outcome) -> str:
    """The response's type as script saw it; for an element the kind of element that loaded."""
    return _ELEMENT_TYPES.get(case.request.initiator) or (outcome.type.value if outcome.type else "")


def _seen(case: RecordedCase, outcome: Outcome) -> dict[str, Any]:
    initiator, response = case.request.initiator, outcome.response
    if response is None or initiator not in (Initiator.FETCH, Initiator.XHR):
        return {}
    hidden = outcome.type in (ResponseType.OPAQUE, ResponseType.OPAQUE_REDIRECT)
    seen: dict[str, Any] = {
        "status": 0 if hidden else response.status,
        "url": "" if outcome.type is ResponseType.OPAQUE else outcome.url,
        "headers_visible": list(outcome.visible_headers),
    }
    if initiator is Initiator.FETCH:
        seen["redirected"] = outcome.redirected and not hidden
    return seen


def requested(exchange: Exchange, headers: HeaderList | None = None) -> dict[str, Any]:
    """One request as the recording server saw it; `headers` are those of a dressed request, by default its own."""
    wire = exchange.request
    return {
        "role": wire.role.value,
        "hop": hop_of(wire),
        "method": wire.method,
        "target": wire.url.target,
        "headers": [list(pair) for pair in (wire.headers if headers is None else headers)],
    }
