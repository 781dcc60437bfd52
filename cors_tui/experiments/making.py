"""Making the requests of an experiment: the person's own, with one thing changed.

Whatever differs from the person's own request carries a query value of its own, so that no shared cache can store the
answer under the real URL and serve it to others; unless the person said yes to the real URL.
"""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case
from cors_tui.experiment import with_fresh_query
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import serialize_origin
from cors_tui.standards.request import CredentialsMode, Role, WireRequest
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Exchange

OWN_URL = "own-url"
"""The consent to ask under the real URL, without a query value of our own."""

SAFE = ("GET", "HEAD", "OPTIONS")


def own_origin(case: Case) -> str:
    """The serialized origin of the page; ``null`` for one that is not a tuple origin."""
    return serialize_origin(case.call.request().page.origin)


def target(case: Case) -> Url | None:
    """What is called, where that is an http or https URL."""
    url = parse_url(case.call.url)
    return url if url is not None and url.is_http else None


def cacheable(case: Case) -> Url | None:
    """The same, where a shared cache may keep the answer."""
    return target(case) if case.call.method.upper() in ("GET", "HEAD") else None


def fresh(case: Case, url: Url, token: str | None = None) -> Url:
    """`url` with a query value of its own; as it is after a yes to the real URL."""
    return url if OWN_URL in case.consents else with_fresh_query(url, token)


def actual(case: Case, origin: str | None, url: Url, method: str = "") -> WireRequest:
    """The request itself (GET where the person's own is not safe) with `origin`, or without one."""
    asked = case.call.method.upper()
    headers = _author_headers(case)
    return WireRequest(
        role=Role.ACTUAL,
        hop=0,
        method=method or (asked if asked in SAFE else "GET"),
        url=url,
        headers=headers if origin is None else headers.plus("Origin", origin),
        credentials=case.call.credentials is CredentialsMode.INCLUDE,
    )


def _author_headers(case: Case) -> HeaderList:
    headers = case.call.headers.without("origin", "access-control-request-method", "access-control-request-headers")
    sent = case.call.cookie and case.call.credentials is CredentialsMode.INCLUDE
    return headers.plus("Cookie", case.call.cookie) if sent else headers


def own_preflight(case: Case) -> WireRequest | None:
    """The first preflight of the person's own request, when one was sent."""
    first = (e.request for e in case.exchanges(AS_ASKED) if e.request.role is Role.PREFLIGHT)
    return next(first, None)


def own_exchanges(case: Case) -> tuple[Exchange, ...]:
    """What was seen of the person's own request, and of the one sent anyway behind a failed preflight."""
    return (*case.exchanges(AS_ASKED), *case.exchanges(ACTUAL_ANYWAY))


def subjects(case: Case, origin: str, url: Url) -> tuple[WireRequest, ...]:
    """What the person's browser would send, as if from `origin`: the preflight if there was one, the safe request."""
    preflight = own_preflight(case)
    sent: list[WireRequest] = []
    if preflight is not None:
        headers = HeaderList.of((n, origin if n.lower() == "origin" else v) for n, v in preflight.headers)
        sent.append(replace(preflight, url=url, headers=headers))
    if preflight is None or case.call.method.upper() in SAFE:
        sent.append(actual(case, origin, url))
    return tuple(sent)
