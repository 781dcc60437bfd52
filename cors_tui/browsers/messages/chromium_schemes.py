"""What Chromium says of other schemes than http(s), of redirects to them, and of ports that are never asked."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import chromium_shapes as shapes
from cors_tui.browsers.messages.lines import line, page_origin, page_url, redirect_target
from cors_tui.browsers.messages.network_errors import FAILED
from cors_tui.standards.request import Initiator, Mode, Request
from cors_tui.standards.verdict import Failure, Refusal

KINDS = {
    Initiator.FETCH: "fetch",
    Initiator.XHR: "XMLHttpRequest",
    Initiator.STYLESHEET: "CSS stylesheet",
    Initiator.IMAGE: "image",
    Initiator.FONT: "font",
    Initiator.EVENT_SOURCE: "resource",
}
"""What made a request, as the frame of a refusal names it."""

UNSAFE_TARGETS = ("data:", "about:", "blob:", "file:", "filesystem:", "chrome:", "chrome-extension:")
"""Schemes that the network stack itself refuses as a redirect's target, before CORS is asked."""

LOCAL = ("blob", "chrome", "view-source", "filesystem")
"""Schemes that XMLHttpRequest is told of as local."""


def net(name: str) -> ConsoleLine:
    """The network's own word for a failure."""
    return ConsoleLine(shapes.FAILED_ON_NETWORK.format(name), "network")


def redirect_scheme(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    target = failure.got or ""
    if target.startswith(UNSAFE_TARGETS):
        return (net("ERR_UNSAFE_REDIRECT"),)
    if target.startswith("view-source:"):
        return (line(shapes.LOCAL_RESOURCE, url=target),)
    if request.mode is Mode.SAME_ORIGIN:
        return (line(shapes.UNSAFE_ATTEMPT, url=target, page=page_url(request)),)
    if request.mode is Mode.NO_CORS:
        return (net("ERR_UNKNOWN_URL_SCHEME"),)
    return scheme_blocked(target, failure.redirected_from or failure.url, request)


def scheme_blocked(url: str, redirected_from: str | None, request: Request) -> tuple[ConsoleLine, ...]:
    frame = shapes.BLOCKED.fill(
        kind=KINDS.get(request.initiator, "script"),
        url=url,
        redirected_from=redirected_from,
        origin=page_origin(request),
    )
    text = frame + shapes.REASONS[Refusal.SCHEME_NOT_HTTP].fill(value=shapes.PROTOCOL_SCHEMES)
    return (ConsoleLine(text, shapes.BLOCKED.source), net(FAILED))


def scheme(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    scheme = failure.url.partition(":")[0]
    if failure.url == "about:blank":
        return ()
    if request.mode is Mode.SAME_ORIGIN:
        return same_origin_mode(failure, request)
    if is_own_blob(failure.url, request):
        return (net("ERR_FILE_NOT_FOUND"),)
    by_xhr = request.initiator is Initiator.XHR
    if scheme == "chrome-extension" or (scheme == "ftp" and by_xhr):
        return ()
    local = scheme in LOCAL and (by_xhr or (scheme == "blob" and request.mode is Mode.NO_CORS))
    if scheme == "file" or local or (scheme == "chrome" and request.initiator is not Initiator.FETCH):
        return (line(shapes.LOCAL_RESOURCE, url=failure.url),)
    if request.mode is Mode.NO_CORS and request.initiator is not Initiator.FETCH:
        return (net("ERR_UNKNOWN_URL_SCHEME"),)
    if request.initiator is not Initiator.FETCH:
        return scheme_blocked(failure.url, failure.redirected_from or None, request)
    return (line(shapes.SCHEME_NOT_SUPPORTED, url=failure.url, about=scheme),)


def same_origin_mode(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    """What a page that asked for its own origin alone is told; a blob of its own would be of its origin."""
    if is_own_blob(failure.url, request):
        return (net("ERR_FILE_NOT_FOUND"),)
    return (line(shapes.SAME_ORIGIN_MODE, url=failure.url, origin=page_origin(request)),)


def no_cors_redirect_mode(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    if is_own_blob(failure.url, request):
        return (net("ERR_FILE_NOT_FOUND"),)
    return (line(shapes.NO_CORS_REDIRECT_MODE, url=failure.url),)


def is_own_blob(url: str, request: Request) -> bool:
    return url.startswith("blob:") and str(request.page.origin) in url


def bad_port(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    if request.mode is not Mode.SAME_ORIGIN:
        return (net("ERR_UNSAFE_PORT"),)
    if failure.redirected_from:
        return (line(shapes.UNSAFE_ATTEMPT, url=failure.url, page=page_url(request)),)
    return same_origin_mode(failure, request)


def redirect_mode_error(failure: Failure, _: Request) -> tuple[ConsoleLine, ...]:
    unsafe = (redirect_target(failure) or "").startswith(UNSAFE_TARGETS)
    return (net("ERR_UNSAFE_REDIRECT" if unsafe else FAILED),)
