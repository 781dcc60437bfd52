"""The preflight: when, what is sent, how its answer is judged.

https://fetch.spec.whatwg.org/#cors-preflight-fetch
"""

from __future__ import annotations

from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.leg import Leg
from cors_tui.standards.list_header import TokenList, extract_list
from cors_tui.standards.method import is_safelisted_method
from cors_tui.standards.request import CredentialsMode, Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.safelist import unsafe_names
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Refusal, Step

ALLOW_METHODS = "access-control-allow-methods"
ALLOW_HEADERS = "access-control-allow-headers"

_URL = f"{FETCH_STANDARD}#cors-preflight-fetch-0"
_NAME = "CORS-preflight fetch"
INVALID_LIST = Step(_NAME, "7.3", _URL)
METHOD_NOT_LISTED = Step(_NAME, "7.5", _URL)
NON_WILDCARD_NOT_LISTED = Step(_NAME, "7.6", _URL)
HEADER_NOT_LISTED = Step(_NAME, "7.7", _URL)
NOT_OK = Step(_NAME, "8", _URL)

_REDIRECTS = (301, 302, 303, 307, 308)


def needs_preflight(leg: Leg, departures: Departures) -> bool:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, step 12, the cases with http-fetch and true"""
    return (
        leg.asked.upload_listener or not is_safelisted_method(leg.method) or bool(unsafe_names(leg.headers, departures))
    )


def preflight_request(leg: Leg, departures: Departures) -> WireRequest:
    """https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, steps 1 to 5"""
    headers: list[HeaderPair] = [
        ("Accept", "*/*"),
        ("Origin", leg.origin),
        ("Access-Control-Request-Method", leg.method),
    ]
    names = unsafe_names(leg.headers, departures)
    if names:
        headers.append(("Access-Control-Request-Headers", ",".join(names)))
    return WireRequest(Role.PREFLIGHT, leg.hop, "OPTIONS", leg.url, HeaderList(tuple(headers)))


def judge_preflight(leg: Leg, response: Response, departures: Departures) -> Failure | None:
    """None when the preflight's answer lets the request through.

    https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, steps 7 and 8
    """
    return (
        cors_check(response.headers, leg.origin, leg.credentials_mode)
        or _status_failure(response)
        or _list_failure(leg, response.headers, departures)
    )


def _status_failure(response: Response) -> Failure | None:
    if 200 <= response.status <= 299:
        return None
    refusal = Refusal.PREFLIGHT_REDIRECT if response.status in _REDIRECTS else Refusal.PREFLIGHT_STATUS
    return Failure(refusal, NOT_OK, got=str(response.status), wanted="200-299")


def _list_failure(leg: Leg, headers: HeaderList, departures: Departures) -> Failure | None:
    methods = extract_list(ALLOW_METHODS, headers)
    names = extract_list(ALLOW_HEADERS, headers)
    return (
        _malformed(methods, ALLOW_METHODS, headers, Refusal.ALLOW_METHODS_INVALID)
        or _malformed(names, ALLOW_HEADERS, headers, Refusal.ALLOW_HEADERS_INVALID)
        or _method_failure(leg, methods, headers)
        or _header_failure(leg, names, headers, departures)
    )


def _malformed(listed: TokenList | None, name: str, headers: HeaderList, refusal: Refusal) -> Failure | None:
    if listed is None or listed.malformed is None:
        return None
    return Failure(refusal, INVALID_LIST, name, headers.get(name), about=listed.malformed)


def _method_failure(leg: Leg, methods: TokenList | None, headers: HeaderList) -> Failure | None:
    listed = methods.items if methods else ()
    if leg.method in listed or is_safelisted_method(leg.method) or _wildcard(leg, listed):
        return None
    return Failure(
        Refusal.METHOD_NOT_ALLOWED,
        METHOD_NOT_LISTED,
        ALLOW_METHODS,
        headers.get(ALLOW_METHODS),
        leg.method,
        about=leg.method,
    )


def _header_failure(leg: Leg, names: TokenList | None, headers: HeaderList, departures: Departures) -> Failure | None:
    listed = frozenset(name.lower() for name in names.items) if names else frozenset()
    wildcard = _wildcard(leg, names.items if names else ())
    for name in unsafe_names(leg.headers, departures):
        if name in listed:
            continue
        covered = wildcard and (name != "authorization" or Departure.WILDCARD_COVERS_AUTHORIZATION in departures)
        if not covered:
            step = NON_WILDCARD_NOT_LISTED if name == "authorization" else HEADER_NOT_LISTED
            got = headers.get(ALLOW_HEADERS)
            return Failure(Refusal.HEADER_NOT_ALLOWED, step, ALLOW_HEADERS, got, name, about=name)
    return None


def _wildcard(leg: Leg, listed: tuple[str, ...]) -> bool:
    """https://fetch.spec.whatwg.org/#http-new-header-syntax"""
    return leg.credentials_mode is not CredentialsMode.INCLUDE and "*" in listed
