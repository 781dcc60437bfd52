"""The standard's request while it travels: one value a hop.

https://fetch.spec.whatwg.org/#concept-request
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cors_tui.standards.departures import NO_DEPARTURES, Departures
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.mixed_content import upgraded
from cors_tui.standards.origin import Origin, same_origin, serialize_origin
from cors_tui.standards.request import Body, CredentialsMode, Mode, Request, WireRequest
from cors_tui.standards.response import Answer
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import Failure


class Tainting(Enum):
    """https://fetch.spec.whatwg.org/#concept-request-response-tainting"""

    __hash__ = object.__hash__  # a member is itself: Enum's own is Python code, and this one is looked up often

    BASIC = "basic"
    CORS = "cors"
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True)
class Leg:
    """A request at one hop: `hop` redirects lie behind it.

    `origin` is the serialized request origin (``null`` once a redirect tainted it: `origin_is_tainted`). `first_url`
    is the URL asked for. `crossed_sites`: a redirect led to another site. `needed_preflight`: the request needed one
    at an earlier hop. `dropped`: unsafe header names that redirects took away; `taken`: names that the last redirect
    takes away, there or not. `keeps_origin`: it carries Origin whatever its method.
    """

    asked: Request
    url: Url
    method: str
    headers: HeaderList
    body: Body | None
    first_url: Url
    origin: str
    tainting: Tainting
    hop: int = 0
    origin_is_tainted: bool = False
    crossed_sites: bool = False
    needed_preflight: bool = False
    dropped: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    keeps_origin: bool = False

    @property
    def page_origin(self) -> Origin:
        return self.asked.page.origin

    @property
    def credentials_mode(self) -> CredentialsMode:
        return self.asked.credentials_mode

    @property
    def includes_credentials(self) -> bool:
        """https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.3"""
        mode = self.credentials_mode
        return mode is CredentialsMode.INCLUDE or (
            mode is CredentialsMode.SAME_ORIGIN and self.tainting is Tainting.BASIC
        )

    def blame(self, failure: Failure, request: WireRequest | None = None, answer: Answer | None = None) -> Failure:
        """`failure` with where it happened, and the exchange that it was judged by."""
        return Failure(
            failure.refusal,
            failure.step,
            failure.header,
            failure.got,
            failure.wanted,
            failure.about,
            url=failure.url or self.url.href,
            redirected_from=self.first_url.href if self.hop else "",
            request_origin=failure.request_origin or self.origin,
            request=request,
            answer=answer,
        )


def sends_origin(leg: Leg) -> bool:
    """https://fetch.spec.whatwg.org/#append-a-request-origin-header, steps 2 and 3"""
    return leg.tainting is Tainting.CORS or leg.method not in ("GET", "HEAD") or leg.keeps_origin


def first_leg(
    request: Request,
    url: Url,
    method: str,
    headers: HeaderList,
    body: Body | None = None,
    departures: Departures = NO_DEPARTURES,
) -> Leg:
    """The request as it sets out, with nothing behind it."""
    origin = serialize_origin(request.page.origin)
    start = upgraded(request, url, departures)
    tainting = response_tainting(request, start, Tainting.BASIC)
    return Leg(request, start, method, headers, body, start, origin, tainting)


def response_tainting(request: Request, url: Url, before: Tainting) -> Tainting:
    """What a request to `url` makes of the tainting so far: once cross-origin, always cross-origin.

    https://fetch.spec.whatwg.org/#concept-main-fetch, step 12
    """
    if before is Tainting.BASIC and (same_origin(request.page.origin, url.origin) or url.scheme == "data"):
        return Tainting.BASIC
    return Tainting.OPAQUE if request.mode is Mode.NO_CORS else Tainting.CORS


def redirect_taints(page: Origin, current: Origin, target: Origin) -> bool:
    """Whether going from `current` to `target` makes the request's origin ``null`` from there on.

    https://fetch.spec.whatwg.org/#concept-request-tainted-origin
    """
    return not same_origin(target, current) and not same_origin(page, current)
