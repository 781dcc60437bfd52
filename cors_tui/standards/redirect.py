"""Redirects: where they lead, what they take away, when they end the fetch.

https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
"""

from __future__ import annotations

from dataclasses import replace

from cors_tui.standards.cookies import of_one_site
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.infra import byte_lower
from cors_tui.standards.leg import Leg, Tainting, redirect_taints, response_tainting, sends_origin
from cors_tui.standards.method import is_safelisted_method
from cors_tui.standards.mixed_content import upgraded
from cors_tui.standards.origin import same_origin
from cors_tui.standards.preflight import REDIRECT_STATUSES
from cors_tui.standards.request import Initiator, Mode
from cors_tui.standards.request_headers import NON_WILDCARD_HEADERS, REQUEST_BODY_HEADERS
from cors_tui.standards.response import Response
from cors_tui.standards.safelist import CLIENT_HINTS, unsafe_names
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Refusal, Step

_URL = f"{FETCH_STANDARD}#concept-http-redirect-fetch"
_NAME = "HTTP-redirect fetch"
LOCATION_INVALID = Step(_NAME, "5", _URL)
NOT_HTTP = Step(_NAME, "6", _URL)
TOO_MANY = Step(_NAME, "7", _URL)
CREDENTIALS_ACROSS = Step(_NAME, "9", _URL)
CREDENTIALS_TAINTED = Step(_NAME, "10", _URL)

_HINTS_OF_THE_PAGE = tuple(name for name in CLIENT_HINTS if name not in ("save-data", "intervention"))

MOST_REDIRECTS = 20

_SPACE = "0space0"
"""What a space of a host is while the URL around it is parsed."""


def is_redirect(response: Response) -> bool:
    """Whether the response has a redirect status."""
    return response.status in REDIRECT_STATUSES


def location_url(leg: Leg, response: Response, departures: Departures) -> Url | Failure | None:
    """Where the redirect leads; None when it has no Location, then the response is the answer.

    https://fetch.spec.whatwg.org/#concept-response-location-url
    """
    if not has_location(response, departures):
        return None
    values = response.headers.get_all("location")
    joined = Departure.LOCATIONS_JOINED in departures
    several = len(set(values)) > 1 and not joined
    empty = values == ("",) and Departure.EMPTY_LOCATION_FAILS in departures
    written = ", ".join(values if joined else dict.fromkeys(values))
    url = None if several or empty else _parsed(location_text(written, departures), leg.url.href, departures)
    if url is None:
        return Failure(Refusal.REDIRECT_LOCATION_INVALID, LOCATION_INVALID, "location", written)
    return url if url.fragment or not leg.url.fragment else parse_url(url.href + leg.url.fragment)


def breaks_error_mode(answer: Response, departures: Departures) -> bool:
    """Whether redirect mode *error* is about this response."""
    if Departure.ERROR_MODE_NEEDS_LOCATION not in departures:
        return is_redirect(answer)
    named = Departure.EMPTY_LOCATION_FAILS not in departures or bool(answer.headers.get("location"))
    return named and has_location(answer, departures) and is_redirect(answer)


def has_location(response: Response, departures: Departures) -> bool:
    """Whether a response says where to go; to some an empty Location says nothing."""
    values = response.headers.get_all("location")
    return bool(values) and (any(values) or Departure.EMPTY_LOCATION_NOT_FOLLOWED not in departures)


def _parsed(written: str, base: str, departures: Departures) -> Url | None:
    url = parse_url(written, base)
    if url is not None or " " not in written or Departure.SPACE_IN_HOST_ESCAPED not in departures:
        return url
    marked = parse_url(written.strip(" ").replace(" ", _SPACE), base)
    if marked is None:
        return None
    return replace(marked, href=marked.href.replace(_SPACE, "%20"), host=marked.host.replace(_SPACE, "%20"))


def location_text(written: str, departures: Departures) -> str:
    """The value as the URL parser is given it: bytes from 0x80 are latin-1 by the standard."""
    if "\t" in written and Departure.LOCATION_TABS_KEPT in departures:
        written = written.replace("\t", "%09")
    if written.isascii():
        return written
    if Departure.LOCATION_BYTES_KEPT in departures:
        return "".join(each if each.isascii() else f"%{ord(each):02X}" for each in written)
    if Departure.LOCATION_READ_AS_UTF8 in departures:
        return written.encode("latin-1", "replace").decode("utf-8", "replace").encode("utf-8").decode("latin-1")
    return written


def redirect_failure(leg: Leg, target: Url, departures: Departures) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-http-redirect-fetch, steps 6 to 10"""
    if not target.is_http:
        return Failure(Refusal.REDIRECT_SCHEME, NOT_HTTP, "location", target.href)
    one_less = leg.asked.keepalive and Departure.KEEPALIVE_FOLLOWS_ONE_LESS in departures
    if leg.hop == MOST_REDIRECTS - one_less:
        return Failure(Refusal.REDIRECT_TOO_MANY, TOO_MANY)
    if not target.includes_credentials:
        return None
    if leg.asked.mode is Mode.CORS and not same_origin(leg.page_origin, target.origin):
        return Failure(Refusal.REDIRECT_HAS_CREDENTIALS, CREDENTIALS_ACROSS, "location", target.href)
    never = leg.asked.initiator is Initiator.FETCH and Departure.REDIRECT_CREDENTIALS_NEVER in departures
    if never or leg.tainting is Tainting.CORS:
        return Failure(Refusal.REDIRECT_HAS_CREDENTIALS, CREDENTIALS_TAINTED, "location", target.href)
    return None


def is_looked_at_late(leg: Leg, failure: Failure, departures: Departures) -> bool:
    """Whether a redirect is followed as far as its preflight before it is refused with `failure`."""
    late = Departure.REDIRECT_CREDENTIALS_LATE in departures and leg.tainting is Tainting.BASIC
    return late and failure.refusal is Refusal.REDIRECT_HAS_CREDENTIALS


def early_failure(leg: Leg, response: Response, departures: Departures) -> Failure | None:
    """The failure of a redirect whose Location is no URL, in an engine that looks at it first, followed or not."""
    if Departure.BAD_LOCATION_ALWAYS_FAILS not in departures or not is_redirect(response):
        return None
    target = location_url(leg, response, departures)
    return target if isinstance(target, Failure) else None


def location_credentials(leg: Leg, response: Response, departures: Departures) -> Failure | None:
    """The failure of a redirect that is not followed anyway, where its Location has credentials; it is not named."""
    target = location_url(leg, response, departures)
    failure = redirect_failure(leg, target, departures) if isinstance(target, Url) else None
    if failure is None or failure.refusal is not Refusal.REDIRECT_HAS_CREDENTIALS:
        return None
    return Failure(failure.refusal, failure.step, "location", "")


def next_leg(leg: Leg, response: Response, target: Url, departures: Departures) -> Leg:
    """The request at the next hop: method, body and headers as the redirect leaves them.

    https://fetch.spec.whatwg.org/#concept-http-redirect-fetch, steps 12, 13 and 18
    """
    method, body, headers = leg.method, leg.body, leg.headers
    unsafe = unsafe_names(headers, departures)
    taken: tuple[str, ...] = ()
    crosses = not same_origin(leg.url.origin, target.origin)
    deleted = method == "DELETE" and crosses and Departure.CROSS_ORIGIN_DELETE_BECOMES_GET in departures
    if becomes_get(response.status, method) or deleted:
        method, body, taken = "GET", None, tuple(REQUEST_BODY_HEADERS)
    if crosses:
        taken += tuple(NON_WILDCARD_HEADERS)
    headers = headers.without(*taken)
    if Departure.CLIENT_HINTS_DROPPED_ON_REDIRECT in departures and not same_origin(leg.page_origin, target.origin):
        headers = headers.without(*_HINTS_OF_THE_PAGE)
    dropped = tuple(name for name in unsafe if name not in headers)
    if _is_own_type_of_body(leg, dropped, departures):
        named = unsafe == ("content-type",) and leg.tainting is Tainting.CORS
        dropped, taken = (dropped, ()) if named else ((), taken)
    asked_for, target = target, upgraded(leg.asked, target, departures)
    compared = asked_for if Departure.UPGRADED_REDIRECT_TAINTS in departures else target
    tainted = leg.origin_is_tainted or redirect_taints(leg.page_origin, leg.url.origin, compared.origin)
    return Leg(
        leg.asked,
        target,
        method,
        headers,
        body,
        leg.first_url,
        origin="null" if tainted else leg.origin,
        tainting=response_tainting(leg.asked, target, leg.tainting),
        hop=leg.hop + 1,
        origin_is_tainted=tainted,
        crossed_sites=leg.crossed_sites or not of_one_site(leg.url.origin, target.origin, departures),
        needed_preflight=leg.needed_preflight
        or (leg.tainting is Tainting.CORS and (bool(unsafe) or not is_safelisted_method(leg.method))),
        dropped=leg.dropped + dropped,
        taken=tuple(map(byte_lower, taken)),
        keeps_origin=Departure.ORIGIN_OUTLIVES_METHOD in departures and sends_origin(leg) and not crosses,
    )


def _is_own_type_of_body(leg: Leg, dropped: tuple[str, ...], departures: Departures) -> bool:
    """Whether what a redirect drops is what `Departure.XHR_BODY_TYPE_OUTLIVES_REDIRECT` is about."""
    if Departure.XHR_BODY_TYPE_OUTLIVES_REDIRECT not in departures or dropped != ("content-type",):
        return False
    return leg.asked.initiator is Initiator.XHR and "content-type" not in leg.asked.headers


def becomes_get(status: int, method: str) -> bool:
    """https://fetch.spec.whatwg.org/#concept-http-redirect-fetch, step 12"""
    return (status in (301, 302) and method == "POST") or (status == 303 and method not in ("GET", "HEAD"))
