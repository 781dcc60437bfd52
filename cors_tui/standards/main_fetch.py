"""What main fetch decides before anything is sent.

https://fetch.spec.whatwg.org/#concept-main-fetch
"""

from __future__ import annotations

from cors_tui.standards.bad_port import has_bad_port
from cors_tui.standards.csp import csp_failure
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.leg import Leg, Tainting
from cors_tui.standards.local_network_access import local_network_failure
from cors_tui.standards.mixed_content import mixed_content_failure
from cors_tui.standards.preflight import is_preflighted, preflight_names
from cors_tui.standards.request import Mode, RedirectMode
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Refusal, Step

_URL = f"{FETCH_STANDARD}#concept-main-fetch"
BAD_PORT = Step("main fetch", "7", _URL)
NOT_STORED = Step("HTTP-network-or-cache fetch", "10.1", f"{FETCH_STANDARD}#concept-http-network-or-cache-fetch")
TOO_LONG = Step("HTTP-network-or-cache fetch", "8.10.5", f"{FETCH_STANDARD}#concept-http-network-or-cache-fetch")
MOST_KEPT_ALIVE = 64 * 1024
"""Bytes of all bodies that are on their way with the option keepalive."""
SWITCH = Step("main fetch", "12", _URL)
UNREACHED = Step("obtain a connection", "", f"{FETCH_STANDARD}#concept-connection-obtain")
_NO_ADDRESS = {"0.0.0.0": 4, "[::]": 6}  # noqa: S104 -- called, not listened at
_UNREACHING = frozenset({Departure.NO_ADDRESS_REFUSED, Departure.NO_ADDRESS_NEVER_REACHED})


def unsendable(leg: Leg, departures: Departures) -> Failure | None:
    """Why a request at this hop is not sent at all; None when it is.

    https://fetch.spec.whatwg.org/#concept-main-fetch, steps 7 and 12
    """
    blocked = _blocked_late if Departure.MIXED_CONTENT_LATE in departures else _blocked
    return (
        _no_cors_failure(leg, departures)
        or blocked(leg, departures)
        or _switch_failure(leg)
        or _cache_failure(leg)
        or _keepalive_failure(leg)
        or _no_address_failure(leg, departures)
        or (local_network_failure(leg.asked, leg.url, departures) if leg.url.is_http else None)
    )


def _no_cors_failure(leg: Leg, departures: Departures) -> Failure | None:
    """One of the cases of step 12; every engine looks at it before step 7, where the standard has it later."""
    if leg.asked.mode is not Mode.NO_CORS:
        return None
    asks_data = leg.url.scheme == "data" and Departure.NO_CORS_DATA_MUST_FOLLOW in departures
    if leg.tainting is Tainting.BASIC and not asks_data:
        return None
    mode = leg.asked.redirect_mode
    follows = mode is RedirectMode.FOLLOW
    return None if follows else Failure(Refusal.NO_CORS_REDIRECT_MODE, SWITCH, got=mode.value, wanted="follow")


def _cache_failure(leg: Leg) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 10: nothing is stored here"""
    if leg.asked.cache_mode != "only-if-cached":
        return None
    return Failure(Refusal.ONLY_IF_CACHED, NOT_STORED, got="only-if-cached")


def _keepalive_failure(leg: Leg) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.10: what outlives its page is small"""
    size = len(leg.body.text.encode()) if leg.asked.keepalive and leg.body else 0
    if size <= MOST_KEPT_ALIVE:
        return None
    return Failure(Refusal.KEEPALIVE_BODY_TOO_LONG, TOO_LONG, got=str(size), wanted=f"at most {MOST_KEPT_ALIVE}")


def _blocked(leg: Leg, departures: Departures) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, step 7"""
    mixed = mixed_content_failure(leg.asked, leg.url, departures)
    if mixed is None and has_bad_port(leg.url):
        return Failure(Refusal.BAD_PORT, BAD_PORT, got=str(leg.url.port))
    return mixed or csp_failure(leg.asked, leg.url, leg.hop)


def _blocked_late(leg: Leg, departures: Departures) -> Failure | None:
    """The same and the next step in the order of `Departure.MIXED_CONTENT_LATE`."""
    return (
        csp_failure(leg.asked, leg.url, leg.hop)
        or _switch_failure(leg)
        or mixed_content_failure(leg.asked, leg.url, departures)
        or _no_address_failure(leg, departures)
        or (Failure(Refusal.BAD_PORT, BAD_PORT, got=str(leg.url.port)) if has_bad_port(leg.url) else None)
    )


def _no_address_failure(leg: Leg, departures: Departures) -> Failure | None:
    """The unspecified address: no standard forbids it, and systems take it for this machine.

    What it is about is "preflight" where one would have gone there first.
    """
    host = leg.url.host
    if host not in _NO_ADDRESS or departures.isdisjoint(_UNREACHING):
        return None
    if Departure.NO_ADDRESS_NEVER_REACHED not in departures and (leg.hop or _NO_ADDRESS[host] != 4):
        return None
    about = "preflight" if is_preflighted(leg, preflight_names(leg, departures), departures) else ""
    return Failure(Refusal.NO_ADDRESS, UNREACHED, got=leg.url.host, about=about)


def _switch_failure(leg: Leg) -> Failure | None:
    """https://fetch.spec.whatwg.org/#concept-main-fetch, step 12"""
    if leg.tainting is Tainting.BASIC:
        return None
    if leg.asked.mode is Mode.SAME_ORIGIN:
        return Failure(Refusal.REDIRECT_SAME_ORIGIN_MODE if leg.hop else Refusal.SAME_ORIGIN_MODE, SWITCH)
    if not leg.url.is_http:
        return Failure(Refusal.SCHEME_NOT_HTTP, SWITCH, got=leg.url.scheme, wanted="http or https")
    return None
