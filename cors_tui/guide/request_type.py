"""Simple or preflighted, with the reason for the method and for each header.

https://fetch.spec.whatwg.org/#cors-preflight-fetch
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cors_tui.case import Call, Case
from cors_tui.guide.tree import is_cross_origin
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.fetching import Pending, replay
from cors_tui.standards.method import is_safelisted_method, normalize_method
from cors_tui.standards.request import Role
from cors_tui.standards.safelist import LONGEST_VALUE, has_unsafe_byte, is_safelisted, unsafe_names


class Type(Enum):
    """What a browser does with the request first of all. The value is the sentence on the screen."""

    SAME_ORIGIN = "Same origin: the browser asks nobody; CORS plays no part."
    SIMPLE = "Simple: the request goes out at once; only its answer is checked."
    PREFLIGHTED = "Preflighted: the browser asks first, with OPTIONS."
    REFUSED = "The browser refuses this request before anything is sent."
    UNKNOWN = "Not known yet: the URL is missing."


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of the request: `kind` is "method" or "header"; `simple` tells whether it may go without asking."""

    kind: str
    name: str
    value: str
    simple: bool
    says: str


@dataclass(frozen=True, slots=True)
class RequestType:
    """What the browser does first, and why."""

    type: Type
    reasons: tuple[Reason, ...]


def request_type(case: Case) -> RequestType:
    """The type of the call in `case` as it stands, half typed or not."""
    return RequestType(_type(case), (_method(case.call), *_headers(case.call)))


def _type(case: Case) -> Type:
    if not case.call.url:
        return Type.UNKNOWN
    if case.call.origin and not is_cross_origin(case):
        return Type.SAME_ORIGIN
    end = replay(case.call.request(), NO_DEPARTURES, {})
    if not isinstance(end, Pending):
        return Type.REFUSED
    return Type.PREFLIGHTED if end.request.role is Role.PREFLIGHT else Type.SIMPLE


def _method(call: Call) -> Reason:
    method = normalize_method(call.method)
    if is_safelisted_method(method):
        return Reason("method", method, "", True, "GET, HEAD and POST go without asking")
    if method != method.upper():
        return Reason("method", method, "", False, f"goes out as written: {method} is not {method.upper()}")
    return Reason("method", method, "", False, "only GET, HEAD and POST go without asking")


def _headers(call: Call) -> tuple[Reason, ...]:
    unsafe = set(unsafe_names(call.headers, NO_DEPARTURES))
    return tuple(_header(name, value, name.lower() in unsafe) for name, value in call.headers)


def _header(name: str, value: str, is_unsafe: bool) -> Reason:
    if not is_unsafe:
        return Reason("header", name, value, True, "safelisted: goes without asking")
    if is_safelisted(name, value):
        return Reason("header", name, value, False, "the safelisted values together are over 1024 bytes")
    return Reason("header", name, value, False, _why_unsafe(name.lower(), value))


def _why_unsafe(name: str, value: str) -> str:
    if name not in ("accept", "accept-language", "content-language", "content-type", "range"):
        return "not safelisted: must be allowed by name"
    if len(value) > LONGEST_VALUE:
        return f"longer than {LONGEST_VALUE} bytes"
    if name in ("accept", "content-type") and has_unsafe_byte(value):
        return "holds a byte that is not safelisted"
    return _WHY_UNSAFE[name]


_WHY_UNSAFE = {
    "accept": "not a safelisted value",
    "accept-language": "holds a byte that is not safelisted",
    "content-language": "holds a byte that is not safelisted",
    "content-type": "not one of the three safelisted types",
    "range": "not a single simple range",
}
