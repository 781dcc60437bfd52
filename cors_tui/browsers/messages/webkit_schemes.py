"""What Safari says of other schemes than http(s), asked for or led to, and of where else a redirect may not lead."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import webkit_shapes as shapes
from cors_tui.browsers.messages.lines import line, page_origin, page_url
from cors_tui.standards.mixed_content import is_loopback_host
from cors_tui.standards.origin import same_origin
from cors_tui.standards.request import Initiator, Mode, Request
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Failure, Refusal

_Lines = tuple[ConsoleLine, ...]

_COMPANIONS = {
    Initiator.FETCH: shapes.CANNOT_LOAD["fetch"],
    Initiator.XHR: shapes.CANNOT_LOAD["XMLHttpRequest"],
    Initiator.EVENT_SOURCE: shapes.CANNOT_LOAD["EventSource"],
    Initiator.IMAGE: shapes.CANNOT_LOAD["image"],
    Initiator.SCRIPT: shapes.SCRIPT_DENIED,
}
"""The line that follows the cause; none follows for modules, stylesheets and fonts."""

_ELEMENTS = (
    Initiator.IMAGE, Initiator.SCRIPT, Initiator.MODULE, Initiator.IMPORT, Initiator.STYLESHEET, Initiator.FONT,
)  # fmt: skip

_LOCAL = ("blob:", "file:")
_SECURE = ("about:", "data:", "wss:", "resource:", "https:")


def companion(url: str, request: Request) -> _Lines:
    shape = _COMPANIONS.get(request.initiator)
    return () if shape is None else (line(shape, url=url),)


def without_credentials(url: Url) -> str:
    if not url.includes_credentials:
        return url.href
    scheme, _, rest = url.href.partition("//")
    return f"{scheme}//{rest.partition('@')[2]}"


def shown(written: str) -> str:
    """A URL as lines have it that tell of where a redirect led: less its user and password."""
    url = parse_url(written)
    return without_credentials(url) if url else written


def insecure(url: Url, request: Request) -> ConsoleLine:
    """Content that an https: page may not ask for."""
    told = shapes.REASONS[Refusal.MIXED_CONTENT]
    text = told.fill(page=page_url(request), url=shown(url.without_fragment))
    return ConsoleLine(text + ("" if is_loopback_host(url) else shapes.SERVED_OVER_HTTPS), told.source, told.level)


def is_own_blob(written: str, request: Request) -> bool:
    return written.startswith("blob:") and str(request.page.origin) in written


def scheme(failure: Failure, request: Request) -> _Lines:
    """A scheme that is asked for at once. Of a blob of its own that is not there a page hears nothing."""
    if is_own_blob(failure.url, request):
        return ()
    if request.initiator in _ELEMENTS and not failure.redirected_from:
        return _of_element(failure.url, request)
    if request.mode is not Mode.NO_CORS:
        return (line(shapes.REASONS[Refusal.SCHEME_NOT_HTTP]), *companion(failure.url, request))
    told = _against_loading(failure.url, request)
    if told is None and failure.url.startswith("ftp:"):
        return (line(shapes.FTP_DISABLED), *companion(failure.url, request))
    return (told, line(shapes.NOT_ALLOWED), *companion(failure.url, request)) if told else ()


def _of_element(written: str, request: Request) -> _Lines:
    """An element's loader never comes to ask about CORS. An https: page hears of an image what came of its upgrade."""
    told = _against_loading(written, request)
    over_https, is_image = page_url(request).startswith("https:"), request.initiator is Initiator.IMAGE
    if written.startswith("ftp:") and not over_https:
        return (line(shapes.FTP_DISABLED), *companion(written, request))
    loading = () if told is None or (is_image and written.startswith("ws:")) else (told,)
    if told is None or not (over_https and is_image):
        return loading
    shape = shapes.NOT_UPGRADED if written.startswith(_LOCAL) else shapes.UPGRADED
    return (line(shape, page=page_url(request), url=written), *loading)


def no_cors_redirect_mode(failure: Failure, request: Request) -> _Lines:
    if is_own_blob(failure.url, request):
        return ()
    local = failure.url.startswith(_LOCAL)
    told = line(shapes.LOCAL_RESOURCE, url=failure.url) if local else line(shapes.REASONS[failure.refusal])
    return (told, line(shapes.NOT_ALLOWED), *companion(failure.url, request))


def same_origin_mode(failure: Failure, request: Request) -> _Lines:
    return () if is_own_blob(failure.url, request) else (line(shapes.CANNOT_LOAD_QUIETLY, url=failure.url),)


def redirect_scheme(failure: Failure, request: Request) -> _Lines:
    """A redirect to another scheme; one of a CORS response is denied as such, of others more is looked at first."""
    target = failure.got or ""
    left = parse_url(failure.url)
    at_home = left is not None and same_origin(left.origin, request.page.origin)
    if request.mode is Mode.CORS and not at_home:
        return _denied(target, failure, request)
    told = None if is_own_blob(target, request) else _against_loading(target, request)
    if request.mode is Mode.SAME_ORIGIN and not target.startswith(_LOCAL):
        unsafe = shapes.REASONS[Refusal.REDIRECT_SAME_ORIGIN_MODE]
        told = line(unsafe, url=target, origin=page_origin(request))
    if told is not None:
        return (told, *companion(failure.url, request))
    if request.mode is Mode.CORS and not is_own_blob(target, request):
        return _denied(target, failure, request)
    stop = "" if request.initiator is Initiator.XHR else "."
    return (ConsoleLine(shapes.NOT_HTTP.fill() + stop, shapes.NOT_HTTP.source), *companion(target, request))


def _denied(target: str, failure: Failure, request: Request) -> _Lines:
    text = shapes.REDIRECTION.fill(target=target) + shapes.REASONS[Refusal.REDIRECT_SCHEME].fill()
    return (ConsoleLine(text, shapes.REDIRECTION.source), *companion(failure.url, request))


def _against_loading(written: str, request: Request) -> ConsoleLine | None:
    """What is said of a URL before it is asked what its scheme is: that it is local, or insecure for the page."""
    if written.startswith(_LOCAL):
        return line(shapes.LOCAL_RESOURCE, url=written)
    url = parse_url(written)
    if url is None or written.startswith(_SECURE) or not page_url(request).startswith("https:"):
        return None
    return insecure(url, request)
