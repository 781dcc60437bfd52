"""The preflight: when, what is sent, how its answer is judged.

https://fetch.spec.whatwg.org/#cors-preflight-fetch
"""

from __future__ import annotations

from dataclasses import replace

from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.header_table import table_order
from cors_tui.standards.leg import Leg, Tainting
from cors_tui.standards.list_header import TokenList, extract_list
from cors_tui.standards.method import is_safelisted_method, normalize_method
from cors_tui.standards.mixed_content import is_loopback_host
from cors_tui.standards.origin import same_origin, serialize_origin
from cors_tui.standards.preflight_cache import Partition
from cors_tui.standards.request import CredentialsMode, Request, Role, WireRequest
from cors_tui.standards.response import NetworkFailure, Response
from cors_tui.standards.safelist import unsafe_names
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Refusal, Step

ALLOW_METHODS = "access-control-allow-methods"
ALLOW_HEADERS = "access-control-allow-headers"

_URL = f"{FETCH_STANDARD}#cors-preflight-fetch-0"
_CONDITIONAL = ("if-modified-since", "if-none-match", "if-unmodified-since", "if-match", "if-range")
_NAME = "CORS-preflight fetch"
INVALID_LIST = Step(_NAME, "7.3", _URL)
METHOD_NOT_LISTED = Step(_NAME, "7.5", _URL)
NON_WILDCARD_NOT_LISTED = Step(_NAME, "7.6", _URL)
HEADER_NOT_LISTED = Step(_NAME, "7.7", _URL)
CUT_OFF = Step("HTTP-network fetch", "", f"{FETCH_STANDARD}#concept-http-network-fetch")
NOT_OK = Step(_NAME, "8", _URL)

REDIRECT_STATUSES = frozenset({301, 302, 303, 307, 308})
"""https://fetch.spec.whatwg.org/#redirect-status"""


def preflight_names(leg: Leg, departures: Departures) -> tuple[str, ...]:
    """The header names a preflight is about: the unsafe ones of the request.

    https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, step 4
    """
    names = unsafe_names(leg.headers, departures) if leg.headers.pairs else ()
    if not leg.dropped:
        return names
    if Departure.PREFLIGHTS_NAME_DROPPED_HEADERS in departures:
        return tuple(sorted({*names, *leg.dropped}))
    if Departure.PREFLIGHTS_NAME_HEADERS_DROPPED_EARLIER in departures:
        return tuple(sorted({*names, *leg.dropped}.difference(leg.taken)))
    return names


def is_preflighted(leg: Leg, names: tuple[str, ...], departures: Departures) -> bool:
    """Whether a preflight belongs to this hop: CORS is in use, and the request needs one."""
    return leg.tainting is Tainting.CORS and needs_preflight(leg, names, departures)


def needs_preflight(leg: Leg, names: tuple[str, ...], departures: Departures) -> bool:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, step 12, the cases with http-fetch and true"""
    if names or not is_safelisted_method(leg.method):
        return True
    if leg.asked.upload_listener and (uploads(leg.asked) or Departure.UPLOAD_LISTENER_NEEDS_BODY not in departures):
        return True
    again = leg.needed_preflight or bool(leg.dropped)
    return again and Departure.PREFLIGHTS_FOR_DROPPED_HEADERS in departures


def uploads(request: Request) -> bool:
    """Whether there is a body to listen to, as the request sets out: GET and HEAD have none."""
    return request.body is not None and normalize_method(request.method) not in ("GET", "HEAD")


def may_use_cache(leg: Leg, departures: Departures) -> bool:
    """Whether an earlier preflight's answer may serve this request; by the standard it always may."""
    mode = leg.asked.cache_mode
    if mode == "no-cache" and Departure.VALIDATED_REQUESTS_PREFLIGHT in departures:
        return False
    bypasses = mode in ("no-store", "reload") or any(name in leg.headers for name in _CONDITIONAL)
    return not bypasses or Departure.UNCACHED_REQUESTS_PREFLIGHT not in departures


def may_be_kept(leg: Leg, departures: Departures) -> bool:
    """Whether this preflight's answer may serve later requests; by the standard it always may."""
    if leg.origin != "null":
        return True
    if leg.origin_is_tainted and Departure.TAINTED_ORIGINS_NOT_CACHED in departures:
        return False
    return Departure.OPAQUE_ORIGINS_NOT_CACHED not in departures


def preflight_request(leg: Leg, names: tuple[str, ...], departures: Departures) -> WireRequest:
    """https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, steps 1 to 5"""
    headers: list[HeaderPair] = [
        ("Accept", "*/*"),
        ("Origin", preflight_origin(leg, departures)),
        ("Access-Control-Request-Method", leg.method),
    ]
    if names:
        headers.append(("Access-Control-Request-Headers", ",".join(names)))
    return WireRequest(Role.PREFLIGHT, leg.hop, "OPTIONS", leg.url, HeaderList(tuple(headers)))


def preflight_origin(leg: Leg, departures: Departures) -> str:
    """The serialized origin a preflight carries and its answer is compared with."""
    if Departure.PREFLIGHT_KEEPS_PAGE_ORIGIN in departures:
        return serialize_origin(leg.page_origin)
    return leg.origin


def needed_method(leg: Leg) -> str:
    """The method the preflight cache has to hold; "" when none needs to be held."""
    return leg.method if leg.asked.upload_listener or not is_safelisted_method(leg.method) else ""


def cached_partition(leg: Leg) -> Partition:
    """What the preflight cache keeps this request's entries under."""
    return Partition(leg.origin, leg.url.href, leg.credentials_mode is CredentialsMode.INCLUDE)


def judge_preflight(leg: Leg, names: tuple[str, ...], response: Response, departures: Departures) -> Failure | None:
    """None when the preflight's answer lets the request through.

    https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, steps 7 and 8
    """
    if not response.body_complete and Departure.PREFLIGHT_BODY_MUST_END in departures:
        return Failure(Refusal.NETWORK, CUT_OFF, got=NetworkFailure.INCOMPLETE.value)
    origin = preflight_origin(leg, departures)
    at_home = Departure.PREFLIGHT_UNCHECKED_AT_HOME in departures and same_origin(leg.page_origin, leg.url.origin)
    check = None if at_home else cors_check(response.headers, origin, leg.credentials_mode)
    status = _status_failure(response, departures)
    failure = (status or check) if _status_comes_first(response, departures) else (check or status)
    if failure is not None:
        return replace(failure, request_origin=origin)
    return _list_failure(leg, names, response.headers, departures)


def _status_comes_first(response: Response, departures: Departures) -> bool:
    if Departure.REDIRECT_BEFORE_CHECK in departures and _leads_elsewhere(response, departures):
        return True
    return Departure.STATUS_BEFORE_CHECK in departures


def _leads_elsewhere(response: Response, departures: Departures) -> bool:
    """Whether it is a redirect; without a Location it is a status that is not ok, and no more."""
    if response.status not in REDIRECT_STATUSES or "location" not in response.headers:
        return False
    return any(response.headers.get_all("location")) or Departure.EMPTY_LOCATION_NOT_FOLLOWED not in departures


def _status_failure(response: Response, departures: Departures) -> Failure | None:
    if 200 <= response.status <= 299:
        return None
    refusal = Refusal.PREFLIGHT_REDIRECT if _leads_elsewhere(response, departures) else Refusal.PREFLIGHT_STATUS
    return Failure(refusal, NOT_OK, got=str(response.status), wanted="200-299")


def _list_failure(leg: Leg, wanted: tuple[str, ...], headers: HeaderList, departures: Departures) -> Failure | None:
    methods = extract_list(ALLOW_METHODS, headers)
    names = extract_list(ALLOW_HEADERS, headers)
    return (
        _malformed(methods, ALLOW_METHODS, headers, Refusal.ALLOW_METHODS_INVALID)
        or _malformed(names, ALLOW_HEADERS, headers, Refusal.ALLOW_HEADERS_INVALID)
        or _method_failure(leg, methods, headers)
        or _header_failure(leg, wanted, names, headers, departures)
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


def _header_failure(
    leg: Leg, wanted: tuple[str, ...], names: TokenList | None, headers: HeaderList, departures: Departures
) -> Failure | None:
    listed = frozenset(name.lower() for name in names.items) if names else frozenset()
    missing = [name for name in wanted if name not in listed]
    if _wildcard(leg, names.items if names else ()):
        covers_all = Departure.WILDCARD_COVERS_AUTHORIZATION in departures
        missing = [name for name in missing if name == "authorization" and not covers_all]
    if not missing:
        return None
    name = _named_first(leg, missing, departures)
    step = NON_WILDCARD_NOT_LISTED if name == "authorization" else HEADER_NOT_LISTED
    return Failure(Refusal.HEADER_NOT_ALLOWED, step, ALLOW_HEADERS, headers.get(ALLOW_HEADERS), name, about=name)


def _named_first(leg: Leg, missing: list[str], departures: Departures) -> str:
    if len(missing) > 1 and Departure.NAMES_HEADERS_IN_TABLE_ORDER in departures:
        with_hints = leg.url.scheme == "https" or is_loopback_host(leg.url)
        walked = table_order((name.lower() for name, _ in leg.headers), with_hints=with_hints)
        return next((name for name in walked if name in missing), missing[0])
    return missing[0]


def only_wildcard_allows_authorization(names: tuple[str, ...], headers: HeaderList) -> bool:
    """Whether a preflight that was let through allowed Authorization by ``*`` alone."""
    listed = extract_list(ALLOW_HEADERS, headers) if "authorization" in names else None
    return listed is not None and not any(name.lower() == "authorization" for name in listed.items)


def _wildcard(leg: Leg, listed: tuple[str, ...]) -> bool:
    """https://fetch.spec.whatwg.org/#http-new-header-syntax"""
    return leg.credentials_mode is not CredentialsMode.INCLUDE and "*" in listed
