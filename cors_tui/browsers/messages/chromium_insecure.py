"""What Chromium says of plain requests of an https page: blocked, upgraded, or let through with a warning."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import chromium_shapes as shapes
from cors_tui.browsers.messages.chromium_policy import policy_first
from cors_tui.browsers.messages.chromium_schemes import scheme
from cors_tui.browsers.messages.lines import line, page_origin, page_url
from cors_tui.browsers.messages.template import Template
from cors_tui.standards.departures import Departure
from cors_tui.standards.local_network_access import CHECK as LOCAL_NETWORK
from cors_tui.standards.mixed_content import (
    is_let_through,
    is_trustworthy,
    prohibits_mixed_content,
    upgraded,
    wants_upgrade,
)
from cors_tui.standards.request import Initiator, Mode, Request
from cors_tui.standards.site import ip_of
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Failure, Outcome, Refusal

_KINDS = {
    Initiator.FETCH: "resource",
    Initiator.XHR: "XMLHttpRequest endpoint",
    Initiator.STYLESHEET: "stylesheet",
    Initiator.IMAGE: "image",
    Initiator.FONT: "font",
    Initiator.EVENT_SOURCE: "EventSource endpoint",
}
_LETS_THROUGH = frozenset({Departure.LOCAL_IS_NOT_MIXED_CONTENT, Departure.TARGET_SPACE_CHECKED})
_LOOKED_AT_FIRST = frozenset({Refusal.SAME_ORIGIN_MODE, Refusal.CSP_CONNECT_SRC, Refusal.NO_CORS_REDIRECT_MODE})


def mixed_content(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    if not failure.url.startswith("http:"):
        return scheme(failure, request)
    if request.mode is Mode.SAME_ORIGIN:
        shape = shapes.UNSAFE_ATTEMPT if failure.redirected_from else shapes.SAME_ORIGIN_MODE
        return (line(shape, url=failure.url, origin=page_origin(request), page=page_url(request)),)
    # The fragment is left out of the URL that was asked for, and told of one that a redirect led to.
    url = failure.url if failure.redirected_from else failure.url.partition("#")[0]
    return (line(shapes.MIXED_CONTENT, page=page_url(request), kind=_kind(request), url=url),)


def insecure_but_sent(outcome: Outcome, request: Request) -> tuple[ConsoleLine, ...]:
    """What an https page is told of its plain requests before they are judged by anything else: of what is upgraded,
    and of every hop that is let through."""
    url = request.url
    if url is None or not prohibits_mixed_content(request.page) or wants_upgrade(request.page):
        return ()
    if url.scheme != "http" and len(outcome.exchanges) < 2 and outcome.failure is None:
        return ()
    told = []
    if request.initiator is Initiator.IMAGE and url.scheme == "http":
        told.append(line(_upgrade_shape(request, url), page=page_url(request), kind="element", url=url.href))
    written = (
        [url.without_fragment] if _is_let_through(request, url) and not _is_refused_first(outcome, request) else []
    )
    written += [hop.href for hop in _led_to(outcome) if _is_let_through(request, hop)]
    return (
        *told,
        *(line(shapes.INSECURE_EXEMPT, page=page_url(request), kind=_kind(request), url=each) for each in written),
    )


def _upgrade_shape(request: Request, url: Url) -> Template:
    if upgraded(request, url, _LETS_THROUGH) is not url:
        return shapes.INSECURE_UPGRADED
    return shapes.LOCAL_NOT_UPGRADED if ip_of(url.host) is None else shapes.INSECURE_NOT_UPGRADED


def _is_let_through(request: Request, url: Url) -> bool:
    """Whether it is mixed content, and not blocked for that."""
    return url.scheme == "http" and not is_trustworthy(url) and is_let_through(request, url, _LETS_THROUGH)


def _is_refused_first(outcome: Outcome, request: Request) -> bool:
    """Whether it was refused, before any redirect, by what is looked at before mixed content."""
    failure = outcome.failure
    if failure is None or failure.redirected_from:
        return False
    return failure.refusal in _LOOKED_AT_FIRST or policy_first(failure, request) is not None


def _led_to(outcome: Outcome) -> tuple[Url, ...]:
    """Where redirects led, as far as they were followed, or stopped later than by the page's own rules."""
    hops = {exchange.request.hop: exchange.request.url for exchange in outcome.exchanges}
    failure = outcome.failure
    stopped = parse_url(failure.url) if failure and failure.step is LOCAL_NETWORK and failure.redirected_from else None
    return (*(url for hop, url in hops.items() if hop), *((stopped,) if stopped else ()))


def _kind(request: Request) -> str:
    return _KINDS.get(request.initiator, "script")
