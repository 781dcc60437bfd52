"""The request itself on the wire, and what script is given of its response.

https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
"""

from __future__ import annotations

from dataclasses import replace

from cors_tui.standards.cookies import cookie_header
from cors_tui.standards.corp import corp_failure
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.exposure import visible_headers
from cors_tui.standards.integrity import integrity_failure
from cors_tui.standards.leg import Leg, Tainting
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Outcome, Refusal, ResponseType, Step

PROXY_AUTH = Step("HTTP-network-or-cache fetch", "15", f"{FETCH_STANDARD}#concept-http-network-or-cache-fetch")

_TYPES = {
    Tainting.BASIC: ResponseType.BASIC,
    Tainting.CORS: ResponseType.CORS,
    Tainting.OPAQUE: ResponseType.OPAQUE,
}


def actual_request(leg: Leg, departures: Departures) -> WireRequest:
    """The request itself as it goes on the wire.

    https://fetch.spec.whatwg.org/#append-a-request-origin-header
    """
    headers = leg.headers
    if leg.tainting is Tainting.CORS or leg.method not in ("GET", "HEAD"):
        headers = headers.plus("Origin", leg.origin)
    if leg.includes_credentials:
        cookie = cookie_header(leg.asked.page, leg.url, leg.crossed_sites, departures)
        headers = headers.plus("Cookie", cookie) if cookie else headers
    return WireRequest(Role.ACTUAL, leg.hop, leg.method, leg.url, headers, leg.body, leg.includes_credentials)


def response_blocked(leg: Leg, response: Response, departures: Departures) -> Failure | None:
    """What stands in the way of a response besides the CORS check.

    https://fetch.spec.whatwg.org/#concept-http-fetch, step 5
    """
    if response.status == 407 and Departure.PROXY_AUTH_FAILS in departures:
        return Failure(Refusal.RESPONSE_INVALID, PROXY_AUTH, got="407", about="proxy-auth")
    if leg.tainting is Tainting.OPAQUE:
        return corp_failure(leg.asked.page, leg.url, response.headers)
    return None


def resolved(leg: Leg, wire: WireRequest, response: Response) -> Outcome:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, steps 14 and 22"""
    kind = _TYPES[leg.tainting]
    if leg.asked.integrity:
        failure = integrity_failure(leg.asked.integrity, response.body)
        if failure is not None:
            return Outcome(failure=leg.blame(replace(failure, request=wire, answer=response)))
    names = visible_headers(response.headers, kind, leg.credentials_mode)
    return Outcome(
        type=kind, response=response, url=leg.url.without_fragment, redirected=leg.hop > 0, visible_headers=names
    )
