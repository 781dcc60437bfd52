"""What Firefox's loaders add of elements: scripts, modules, style sheets, fonts and event streams."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import firefox_element_shapes as shapes
from cors_tui.browsers.messages.firefox_reasons import did_not_succeed
from cors_tui.browsers.messages.firefox_redirects import ended
from cors_tui.browsers.messages.lines import line, redirect_target
from cors_tui.browsers.messages.template import Template
from cors_tui.standards.element import CUT_OFF, NOSNIFF
from cors_tui.standards.element_types import is_javascript, is_no_script
from cors_tui.standards.mime_type import extracted
from cors_tui.standards.origin import same_origin
from cors_tui.standards.request import Initiator, Mode, Request
from cors_tui.standards.response import Response
from cors_tui.standards.svg import SVG_TYPE, svg_fault
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Failure, Outcome, Refusal

_Lines = tuple[ConsoleLine, ...]

_OF_SCHEME = (Refusal.SCHEME_NOT_HTTP, Refusal.MIXED_CONTENT)
_FONT_CODES = {"ws": 2147500033, "wss": 2147500033, "chrome": 2147500037}
"""What a font is told of its scheme, where it is not that the URL is bad."""

_SCHEMES_OF_ITS_OWN = {"ws": True, "wss": True, "chrome": True, "file": False}
"""Whether a script counts as unanswered, for the schemes of which that does not turn on its mode."""

_SCRIPTS = (Initiator.SCRIPT, Initiator.MODULE, Initiator.IMPORT)
_MODULES = (Initiator.MODULE, Initiator.IMPORT)


def wrong_type(failure: Failure, request: Request) -> _Lines:
    """A type that the element does not take."""
    kind = extracted(failure.got or "")
    if request.initiator is Initiator.IMAGE:
        return _xml_fault(failure)
    if request.initiator in (Initiator.EVENT_SOURCE, Initiator.FONT):
        return ()
    if failure.step is NOSNIFF and not (request.initiator is Initiator.SCRIPT and is_no_script(kind)):
        return (line(shapes.WRONG_TYPE, url=failure.url, value=kind), *ended(failure, request))
    if request.initiator is Initiator.STYLESHEET:
        asked = request.url.href if request.url else failure.url
        return (line(shapes.WRONG_STYLE_TYPE, url=asked, value=kind),)
    shape = shapes.WRONG_SCRIPT_TYPE if is_no_script(kind) else shapes.WRONG_MODULE_TYPE
    return (line(shape, url=failure.url, value=kind), *ended(failure, request))


def _xml_fault(failure: Failure) -> _Lines:
    """Where an SVG stops being XML; of XML that is no SVG, and of pixels that cannot be read, nothing is told."""
    if failure.wanted != SVG_TYPE or not isinstance(failure.answer, Response):
        return ()
    fault = svg_fault(failure.answer.body)
    if fault is None or not fault.reason:
        return ()
    reason = shapes.XML_REASONS.get(fault.reason, fault.reason)
    expected = f". Expected: </{fault.expected}>." if fault.expected else ""
    return (line(shapes.XML_FAULT, reason=reason + expected, url=failure.url, line=fault.line, column=fault.column),)


def opaque_blocked(failure: Failure) -> _Lines:
    """A response kept from an element that asked without CORS; where a redirect led to it, the note is left out."""
    why = shapes.ORB_REASONS.get(failure.about, failure.about)
    told = line(shapes.ORB_BLOCKED, url=failure.url, reason=why)
    return (told,) if failure.redirected_from else (told, line(shapes.ORB_NOTE))


def odd_script(response: Response | None, url: str, request: Request) -> _Lines:
    """A classic script that is run, or read, whatever its type says."""
    if request.initiator is not Initiator.SCRIPT or response is None or not 200 <= response.status <= 299:
        return ()
    kind = extracted(response.headers.get("content-type") or "")
    return () if is_javascript(kind) else (line(shapes.ODD_SCRIPT_TYPE, url=url, value=kind),)


def with_module(told: _Lines, failure: Failure, request: Request) -> _Lines:
    """A module whose redirect is not followed has no type either, and that is told before its channel's end."""
    at_redirect = redirect_target(failure) is not None or failure.refusal is Refusal.MIXED_CONTENT
    if request.initiator not in _MODULES or not at_redirect or failure.refusal is Refusal.REDIRECT_SCHEME:
        return told
    if request.url is None or not told or told[-1] != did_not_succeed(request.url.href):
        return told
    return (*told[:-1], line(shapes.WRONG_MODULE_TYPE, url=request.url.href, value=""), told[-1])


def from_loader(failure: Failure, request: Request) -> _Lines:
    """What the element's own loader adds when its request was refused."""
    if request.url is None:
        return ()
    stopped = failure.refusal is Refusal.MIXED_CONTENT and not failure.redirected_from and request.url.is_http
    unread = failure.refusal is Refusal.STATUS_NOT_OK or failure.step is CUT_OFF or _is_of_home(failure, request)
    unanswered = stopped or unread or request.mode is Mode.NO_CORS
    url, scheme = request.url.href, request.url.scheme
    if scheme in _SCHEMES_OF_ITS_OWN:
        unanswered = _SCHEMES_OF_ITS_OWN[scheme]
    if request.initiator in _SCRIPTS:
        module = request.initiator in _MODULES
        if unanswered:
            return (line(shapes.MODULE_FAILED if module else shapes.SCRIPT_FAILED, url=url),)
        return (line(shapes.MODULE_NOT_ALLOWED if module else shapes.SCRIPT_NOT_ALLOWED, url=url),)
    if request.initiator is Initiator.EVENT_SOURCE:
        return (line(shapes.EVENTS_FAILED, url=url),) * (2 if failure.refusal is Refusal.WRONG_TYPE else 1)
    if request.initiator is not Initiator.FONT:
        return ()
    return (line(_font_shape(failure, stopped), url=url, status=_FONT_CODES.get(scheme)),)


def _is_of_home(failure: Failure, request: Request) -> bool:
    """Whether an answer of another type came from the page's own origin: no CORS was asked for it."""
    url = parse_url(failure.url)
    of_type = failure.refusal is Refusal.WRONG_TYPE and not failure.redirected_from
    return of_type and url is not None and same_origin(url.origin, request.page.origin)


def _font_shape(failure: Failure, stopped: bool) -> Template:
    if stopped:
        return shapes.FONT_BLOCKED
    if failure.refusal in _OF_SCHEME and not failure.redirected_from:
        return shapes.FONT_OF_SCHEME if failure.url.partition(":")[0] in _FONT_CODES else shapes.FONT_NOT_STARTED
    if failure.refusal is Refusal.WRONG_TYPE:
        return shapes.FONT_UNREADABLE
    return shapes.FONT_STATUS if failure.refusal is Refusal.STATUS_NOT_OK else shapes.FONT_FAILED


def loader_first(outcome: Outcome, request: Request) -> bool:
    """Whether the loader speaks before the reason: an event stream that the page's policy stops."""
    failure = outcome.failure
    by_policy = failure is not None and failure.refusal is Refusal.CSP_CONNECT_SRC
    return by_policy and request.initiator is Initiator.EVENT_SOURCE
