"""The request itself on the wire, and what script is given of its response.

https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
"""

from __future__ import annotations

import re

from cors_tui.standards.content_coding import is_undecodable
from cors_tui.standards.cookies import cookie_header
from cors_tui.standards.corp import allows_credentials, corp_failure
from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.element import CUT_OFF, element_failure
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.integrity import integrity_failure
from cors_tui.standards.leg import Leg, Tainting, sends_origin
from cors_tui.standards.origin import same_origin
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, Role, WireRequest
from cors_tui.standards.response import NetworkFailure, Response
from cors_tui.standards.site import same_site
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Refusal, ResponseType, Step

PROXY_AUTH = Step("HTTP-network-or-cache fetch", "15", f"{FETCH_STANDARD}#concept-http-network-or-cache-fetch")

NO_BODY = Step("main fetch", "22.2", f"{FETCH_STANDARD}#concept-main-fetch")
XHR_BODY = Step("handle errors", "4", "https://xhr.spec.whatwg.org/#handle-errors")

_HIDES_ON_DOWNGRADE = ("no-referrer-when-downgrade", "strict-origin", "strict-origin-when-cross-origin")
LAX = ("origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade")
_RANGE = re.compile(r"[Bb][Yy][Tt][Ee][Ss][ \t]*=[ \t]*([0-9]{0,18})[ \t]*-[ \t]*([0-9]{0,18})[ \t,]*")

RESPONSE_TYPES = {
    Tainting.BASIC: ResponseType.BASIC,
    Tainting.CORS: ResponseType.CORS,
    Tainting.OPAQUE: ResponseType.OPAQUE,
}


def actual_request(leg: Leg, departures: Departures) -> WireRequest:
    """The request itself as it goes on the wire.

    https://fetch.spec.whatwg.org/#append-a-request-origin-header
    """
    headers = sent_headers(leg.headers, leg.method, departures)
    if sends_origin(leg) or _names_home(leg, departures):
        headers = headers.plus("Origin", _origin_header(leg, departures))
    credentials = leg.includes_credentials and _policy_allows(leg)
    if credentials:
        cookie = cookie_header(leg.asked.page, leg.url, leg.crossed_sites, departures)
        headers = headers.plus("Cookie", cookie) if cookie else headers
    return WireRequest(Role.ACTUAL, leg.hop, leg.method, leg.url, headers, leg.body, credentials)


def _names_home(leg: Leg, departures: Departures) -> bool:
    """Whether Origin goes with a request to the page's own origin: by the standard it does not."""
    if leg.asked.initiator is Initiator.IMPORT:
        return Departure.IMPORTS_SEND_ORIGIN_AT_HOME in departures
    if Departure.ELEMENTS_SEND_ORIGIN_AT_HOME not in departures or leg.asked.mode is not Mode.CORS:
        return False
    return leg.asked.initiator not in (Initiator.FETCH, Initiator.XHR, Initiator.EVENT_SOURCE)


def _policy_allows(leg: Leg) -> bool:
    """https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.4"""
    if leg.asked.mode is not Mode.NO_CORS:
        return True
    return allows_credentials(leg.asked.page, leg.url, tainted=leg.origin_is_tainted)


def _origin_header(leg: Leg, departures: Departures) -> str:
    """https://fetch.spec.whatwg.org/#append-a-request-origin-header, step 4"""
    if leg.tainting is Tainting.CORS or leg.asked.mode is Mode.CORS or leg.origin == "null":
        return leg.origin
    policy = leg.asked.referrer_policy or "strict-origin-when-cross-origin"
    if Departure.REFERRER_POLICY_KEEPS_ORIGIN in departures:
        return leg.origin
    if Departure.LAX_REFERRER_POLICIES_IGNORED in departures and not same_site(leg.page_origin, leg.url.origin):
        policy = "strict-origin-when-cross-origin" if policy in LAX else policy
    hidden = policy == "no-referrer" or (policy == "same-origin" and not same_origin(leg.page_origin, leg.url.origin))
    downgrade = leg.page_origin.scheme == "https" and leg.url.scheme != "https"
    return "null" if hidden or (downgrade and policy in _HIDES_ON_DOWNGRADE) else leg.origin


def sent_headers(headers: HeaderList, method: str, departures: Departures) -> HeaderList:
    """The author's headers as an engine writes them."""
    if Departure.HIGH_BYTES_SENT_AS_UTF8 in departures and not all(value.isascii() for _, value in headers):
        return HeaderList(tuple((name, value.encode("utf-8").decode("latin-1")) for name, value in headers))
    if Departure.RANGE_REWRITTEN in departures and method == "GET" and "range" in headers:
        plain = not any(name.lower().startswith("if-") for name, _ in headers)
        return HeaderList(tuple((name, _plain_range(name, value) if plain else value) for name, value in headers))
    return headers


def _plain_range(name: str, value: str) -> str:
    match = _RANGE.fullmatch(value)
    return f"bytes={_plain_number(match[1])}-{_plain_number(match[2])}" if match and name.lower() == "range" else value


def _plain_number(digits: str) -> str:
    return digits.lstrip("0") or digits[:1]


def late_failure(leg: Leg, response: Response, departures: Departures) -> Failure | None:
    """What `Departure.CREDENTIALS_OUTLIVE_REDIRECT` makes of a redirect that passed the CORS check."""
    if Departure.CREDENTIALS_OUTLIVE_REDIRECT not in departures or leg.tainting is not Tainting.CORS:
        return None
    began_at_home = leg.hop > 0 and same_origin(leg.page_origin, leg.first_url.origin)
    if not began_at_home or leg.credentials_mode is not CredentialsMode.SAME_ORIGIN:
        return None
    return cors_check(response.headers, leg.origin, CredentialsMode.INCLUDE)


def response_blocked(leg: Leg, response: Response, departures: Departures) -> Failure | None:
    """What stands in the way of a response besides the CORS check.

    https://fetch.spec.whatwg.org/#concept-http-fetch, step 5
    """
    if response.status == 401 and not response.body_complete and Departure.UNAUTHORIZED_BODY_MUST_END in departures:
        return Failure(Refusal.NETWORK, CUT_OFF, got=NetworkFailure.INCOMPLETE.value)
    if leg.tainting is Tainting.OPAQUE:
        return corp_failure(leg.asked.page, leg.url, response.headers, departures)
    return None


def proxy_auth_failure(response: Response, departures: Departures) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 15"""
    if response.status != 407 or Departure.PROXY_AUTH_FAILS not in departures:
        return None
    return Failure(Refusal.RESPONSE_INVALID, PROXY_AUTH, got="407", about="proxy-auth")


def unusable(leg: Leg, response: Response, departures: Departures) -> Failure | None:
    """What the page itself makes of a response that it was given. An opaque one has no body that could match.

    https://fetch.spec.whatwg.org/#concept-main-fetch, step 22
    """
    failure = _body_failure(leg, response, departures) or _element_failure(leg, response, departures)
    if failure is not None or not leg.asked.integrity:
        return failure
    if leg.tainting is Tainting.OPAQUE:
        return without_body(leg)
    return integrity_failure(leg.asked.integrity, response.body)


def _element_failure(leg: Leg, response: Response, departures: Departures) -> Failure | None:
    opaque = leg.tainting is Tainting.OPAQUE
    if Departure.OPAQUE_SNIFFED in departures and same_origin(leg.page_origin, leg.url.origin):
        opaque = False  # that network looks at where a redirect led, not at where it came by
    return element_failure(leg.asked.initiator, response, departures, opaque=opaque)


def _body_failure(leg: Leg, response: Response, departures: Departures) -> Failure | None:
    """A body that did not come whole: fetch() has its response by then, XMLHttpRequest waits for all of it.

    https://xhr.spec.whatwg.org/#handle-errors
    """
    waits = leg.asked.initiator is Initiator.XHR
    by_script = waits or leg.asked.initiator is Initiator.FETCH
    if not response.body_complete and (
        waits or (leg.tainting is Tainting.OPAQUE and by_script and Departure.OPAQUE_BODY_MUST_END in departures)
    ):
        return Failure(Refusal.NETWORK, XHR_BODY if waits else CUT_OFF, got=NetworkFailure.INCOMPLETE.value)
    if waits and is_undecodable(response):
        coding = response.headers.get("content-encoding")
        return Failure(Refusal.RESPONSE_INVALID, XHR_BODY, "content-encoding", coding)
    return None


def without_body(leg: Leg) -> Failure | None:
    """What the page makes of a response whose body is kept from it: it matches no hash.

    https://fetch.spec.whatwg.org/#concept-main-fetch, step 22.2
    """
    if not leg.asked.integrity:
        return None
    return Failure(Refusal.INTEGRITY, NO_BODY, wanted=leg.asked.integrity, about="opaque")
