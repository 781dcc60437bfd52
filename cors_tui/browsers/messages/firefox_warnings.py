"""What Firefox says of a request that it does not refuse."""

from __future__ import annotations

from collections.abc import Iterator

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import firefox_shapes as shapes
from cors_tui.browsers.messages.firefox_redirects import principal
from cors_tui.browsers.messages.lines import line
from cors_tui.browsers.messages.template import Template
from cors_tui.standards.content_coding import is_undecodable
from cors_tui.standards.http1_head import Leniency
from cors_tui.standards.local_network_access import target_space
from cors_tui.standards.mime_type import essence
from cors_tui.standards.mixed_content import is_secure_context
from cors_tui.standards.request import AddressSpace, Initiator, Request, Role
from cors_tui.standards.responding import LAX
from cors_tui.standards.response import Response
from cors_tui.standards.site import ip_of, is_localhost, same_site
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import WARN_ASKS, Exchange, Outcome

_Lines = tuple[ConsoleLine, ...]
_VIA = {Initiator.FETCH: "fetch", Initiator.XHR: "xhr", Initiator.EVENT_SOURCE: "xhr"}
_DEFAULT_PORTS = {"http": 80, "https": 443}
_WITHOUT_DOCUMENT = (201, 202, 204, 205, 304)
_XML = ("", "text/xml", "application/xml")


def asking(outcome: Outcome, request: Request) -> _Lines:
    """The person is asked before a page reaches a local address; of a preflight, and of a request that may outlive its
    page, no console is told.

    Where script made the call its stack follows, which is not ours to know. As long as the browser waits there is no
    second line; that one tells how it ended.
    """
    if not outcome.asks or request.keepalive or all(code != WARN_ASKS for code, _ in outcome.warnings):
        return ()
    return (_local_network(shapes.LOCAL_NETWORK, outcome.url, request),)


def reached_loopback(outcome: Outcome, request: Request) -> _Lines:
    """A page of the local network is not asked about when it reaches this machine, but it is told."""
    sent = outcome.exchanges[-1] if outcome.exchanges else None
    if request.page.address_space is not AddressSpace.LOCAL or sent is None:
        return ()
    if sent.request.role is not Role.ACTUAL or sent.response is None or request.keepalive:
        return ()
    url = sent.request.url
    if target_space(request, url) is not AddressSpace.LOOPBACK:
        return ()
    return (_local_network(shapes.LOCAL_NETWORK_REACHED, url.href, request),)


def _local_network(shape: Template, href: str, request: Request) -> ConsoleLine:
    """The address is named where the URL holds it; what a name led to is not known here."""
    target = parse_url(href)
    via = _VIA.get(request.initiator, target.scheme if target else "")
    secure = is_secure_context(request.page) and not request.page.origin.is_opaque
    return line(shape, page=principal(request), url=href, target=target and _address(target), kind=via, reason=secure)


def _address(url: Url) -> str | None:
    host = "127.0.0.1" if is_localhost(url.host) else url.host.strip("[]")
    return f"{host}:{url.port or _DEFAULT_PORTS.get(url.scheme)}" if ip_of(host) else None


def upgraded(outcome: Outcome, request: Request) -> _Lines:
    """A plain request of an https page, asked for over TLS instead, at the start or after a redirect."""
    shape = shapes.UPGRADED if request.initiator is Initiator.IMAGE else shapes.UPGRADED_BY_POLICY
    asked = request.url
    told = []
    for exchange in outcome.exchanges:
        if asked is not None and asked.scheme == "http" and exchange.request.url.scheme == "https":
            told.append(line(shape, url=asked.href))
        location = exchange.response.headers.get("location") if exchange.response else None
        asked = parse_url(location, exchange.request.url.href) if location else None
    if outcome.asks and asked is not None and asked.scheme == "http" and outcome.url.startswith("https:"):
        told.append(line(shape, url=asked.href))
    return tuple(told)


def ignored_policy(request: Request) -> _Lines:
    """A lax referrer policy is not taken across sites, and said so."""
    url = request.url
    if url is None or request.referrer_policy not in LAX or not url.is_http:
        return ()
    if same_site(request.page.origin, url.origin):
        return ()
    return (line(shapes.REFERRER_IGNORED, value=request.referrer_policy, url=url.href),)


def uncovered(outcome: Outcome) -> _Lines:
    """A preflight whose ``*`` is taken for Authorization too is warned of: the standard does not take it so."""
    return tuple(
        line(shapes.WARNED_AUTHORIZATION, url=exchange.request.url.href)
        for exchange in outcome.exchanges
        if exchange.request.role is Role.PREFLIGHT and _needs_wildcard(exchange) and not _judged(outcome, exchange)
    )


def _judged(outcome: Outcome, exchange: Exchange) -> bool:
    """Whether it was this exchange that failed."""
    return outcome.failure is not None and outcome.failure.request is exchange.request


def _needs_wildcard(exchange: Exchange) -> bool:
    asked = exchange.request.headers.get("access-control-request-headers") or ""
    if exchange.response is None or "authorization" not in asked.split(","):
        return False
    allowed = set(_listed(exchange.response.headers.get("access-control-allow-headers") or ""))
    return "*" in allowed and "authorization" not in allowed


def _listed(value: str) -> Iterator[str]:
    return (item.strip(" \t").lower() for item in value.split(","))


def unparsed(outcome: Outcome, response: Response | None, request: Request) -> _Lines:
    """XMLHttpRequest parses what says it is XML, or says nothing of its type; not after a redirect, and not where the
    status tells of no document. Where a body was announced and nothing came that could be read, there is no root.
    """
    if request.initiator is not Initiator.XHR or response is None:
        return ()
    if request.url and request.url.scheme == "http" and outcome.exchanges[:1] and outcome.url.startswith("https:"):
        return ()
    if len({exchange.request.hop for exchange in outcome.exchanges}) > 1 or response.status in _WITHOUT_DOCUMENT:
        return ()
    kind = essence(response.headers.get("content-type") or "") or ""
    if not (kind in _XML or kind.endswith("+xml")) or response.body.lstrip().startswith("<"):
        return ()
    url = request.url.href if request.url else outcome.url
    if is_undecodable(response) or (not response.body and _announces_more(response)):
        return (line(shapes.NO_ROOT, url=url),)
    return (line(shapes.XML_ERROR, url=url),) if response.body.strip() else ()


def _announces_more(response: Response) -> bool:
    """Whether the head, as far as it came, lets a body be expected."""
    length = response.headers.get("content-length")
    return length is None or (Leniency.UNFINISHED_HEAD in response.leniencies and length != "0")
