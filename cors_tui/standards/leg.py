"""The standard's request while it travels: one value a hop.

https://fetch.spec.whatwg.org/#concept-request
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import Origin, same_origin, serialize_origin
from cors_tui.standards.request import Body, CredentialsMode, Request
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import Failure


class Tainting(Enum):
    """https://fetch.spec.whatwg.org/#concept-request-response-tainting"""

    BASIC = "basic"
    CORS = "cors"
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True)
class Leg:
    """A request at one hop: `hop` redirects lie behind it.

    `first_url` is the URL asked for; `origin_is_tainted` is the standard's redirect-taint, as far as CORS uses it.
    `crossed_sites`: a redirect led to another site. `needed_preflight`: the request before the last redirect did, by
    its method and headers. `dropped`: unsafe header names that redirects took away.
    """

    asked: Request
    url: Url
    method: str
    headers: HeaderList
    body: Body | None
    first_url: Url
    hop: int = 0
    tainting: Tainting = Tainting.BASIC
    origin_is_tainted: bool = False
    crossed_sites: bool = False
    needed_preflight: bool = False
    dropped: tuple[str, ...] = ()

    @property
    def page_origin(self) -> Origin:
        return self.asked.page.origin

    @property
    def credentials_mode(self) -> CredentialsMode:
        return self.asked.credentials_mode

    @property
    def is_same_origin(self) -> bool:
        return same_origin(self.page_origin, self.url.origin)

    @property
    def origin(self) -> str:
        """https://fetch.spec.whatwg.org/#serializing-a-request-origin"""
        return "null" if self.origin_is_tainted else serialize_origin(self.page_origin)

    @property
    def includes_credentials(self) -> bool:
        """https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.3"""
        mode = self.credentials_mode
        return mode is CredentialsMode.INCLUDE or (
            mode is CredentialsMode.SAME_ORIGIN and self.tainting is Tainting.BASIC
        )

    def at(self, url: Url) -> Leg:
        """The same request to another URL."""
        return self if url is self.url else replace(self, url=url)

    def tainted(self, tainting: Tainting) -> Leg:
        return self if tainting is self.tainting else replace(self, tainting=tainting)

    def blame(self, failure: Failure) -> Failure:
        """`failure` with where it happened."""
        return replace(
            failure,
            url=failure.url or self.url.href,
            redirected_from=self.first_url.href if self.hop else "",
            request_origin=failure.request_origin or self.origin,
        )


def redirect_taints(page: Origin, current: Origin, target: Origin) -> bool:
    """Whether going from `current` to `target` makes the request's origin ``null`` from there on.

    https://fetch.spec.whatwg.org/#concept-request-tainted-origin
    """
    return not same_origin(target, current) and not same_origin(page, current)
