"""What all engines add to a request, as values; their order is each engine's own.

https://w3c.github.io/webappsec-fetch-metadata/ for Sec-Fetch-*
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.origin import Origin, same_origin
from cors_tui.standards.request import CredentialsMode, Request, Role, WireRequest
from cors_tui.standards.site import same_site
from cors_tui.standards.url import Url

AUTHOR = "@"
"""In an order: where the headers go that the engine has no place of its own for."""

_LOOPBACK_HOSTS = ("localhost", "[::1]")


def is_trustworthy(url: Url) -> bool:
    """https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy"""
    return url.scheme == "https" or url.host in _LOOPBACK_HOSTS or url.host.startswith("127.")


def host(url: Url) -> str:
    """The Host header: without the scheme's default port."""
    default = {"http": 80, "https": 443}.get(url.scheme)
    return url.host if url.port in (None, default) else f"{url.host}:{url.port}"


def referer(request: Request, url: Url) -> str:
    """The Referer under the default policy, strict-origin-when-cross-origin; "" for none.

    Engines take any step from https: to http: as a downgrade, to loopback too.
    https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer
    """
    page = request.page.url
    if page is None or (page.scheme == "https" and url.scheme == "http"):
        return ""
    if same_origin(request.page.origin, url.origin):
        return page.without_fragment
    return f"{page.origin}/"


def fetch_site(page: Origin, url: Url) -> str:
    """https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header"""
    if same_origin(page, url.origin):
        return "same-origin"
    return "same-site" if not page.is_opaque and same_site(page, url.origin) else "cross-site"


def fetch_mode(request: Request, wire: WireRequest) -> str:
    """https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-mode-header"""
    return "cors" if wire.role is Role.PREFLIGHT else request.mode.value


def content_length(wire: WireRequest) -> str:
    """The length of the body in bytes; ``0`` for a POST or PUT without one; "" for no such header.

    https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.5
    """
    if wire.body is not None:
        return str(len(wire.body.text))
    return "0" if wire.role is Role.ACTUAL and wire.method in ("POST", "PUT") else ""


def encodings(wire: WireRequest, in_confidence: str) -> str:
    """Accept-Encoding: fewer where a middle box could tamper, none for a part of a resource."""
    if "range" in wire.headers:
        return "identity"
    return in_confidence if is_trustworthy(wire.url) else "gzip, deflate"


def is_credentialed_elsewhere(request: Request, url: Url) -> bool:
    """Whether credentials are to go to another site: then engines tell of their storage access."""
    crosses = fetch_site(request.page.origin, url) == "cross-site"
    return crosses and request.credentials_mode is CredentialsMode.INCLUDE


def arrange(
    order: Iterable[str],
    own: Mapping[str, str],
    wire: WireRequest,
    spelled: Callable[[str], str] = str.lower,
) -> HeaderList:
    """The headers of a request in `order` (names in the engine's case); what is empty in `own` is left out.

    A header of `wire` wins over the engine's own of the same name. Those without a place of their own stand at
    `AUTHOR`, their names as `spelled`.
    """
    names = list(order)
    placed = {name.lower() for name in names}
    pairs: list[HeaderPair] = []
    for name in names:
        if name == AUTHOR:
            pairs.extend((spelled(found), value) for found, value in wire.headers if found.lower() not in placed)
            continue
        given = wire.headers.get(name)
        value = own.get(name, "") if given is None else given
        if value:
            pairs.append((name, value))
    return HeaderList(tuple(pairs))
