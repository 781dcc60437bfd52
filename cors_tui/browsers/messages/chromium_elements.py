"""What Chromium says of an element that does not take what came."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import chromium_shapes as shapes
from cors_tui.browsers.messages.lines import line
from cors_tui.standards.element import MIME
from cors_tui.standards.local_network_access import CHECK as LOCAL_NETWORK
from cors_tui.standards.mime_type import extracted
from cors_tui.standards.request import Initiator, Request
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Failure, Outcome, Refusal

_Lines = tuple[ConsoleLine, ...]


def wrong_type(failure: Failure, request: Request) -> _Lines:
    """A type that the element does not take. What the network keeps to itself, no console is told of."""
    kind = extracted(failure.got or "")
    initiator = request.initiator
    if initiator is Initiator.FONT:
        asked = request.url.href if request.url else failure.url  # of a redirect nothing is told
        return (line(shapes.FONT_NOT_DECODED, url=asked),)
    if initiator is Initiator.EVENT_SOURCE:
        return (line(shapes.WRONG_STREAM_TYPE, value=kind or "text/plain"),)
    told = with_status(failure)
    if initiator is Initiator.IMAGE:
        return told
    if initiator is Initiator.SCRIPT:
        strictly = shapes.STRICTLY if failure.step is not MIME else ""
        return (*told, line(shapes.WRONG_SCRIPT_TYPE, url=failure.url, value=kind, reason=strictly))
    if initiator is Initiator.STYLESHEET:
        return (line(shapes.WRONG_STYLE_TYPE, url=failure.url, value=kind),)
    return (line(shapes.WRONG_MODULE_TYPE, value=kind),)


def with_status(failure: Failure) -> _Lines:
    """What is told of an error status before the element looks at what came."""
    answer = failure.answer
    if not isinstance(answer, Response) or answer.status < 400:
        return ()
    return (line(shapes.FAILED_WITH_STATUS, status=answer.status, reason=answer.reason),)


def _is_no_scheme_of_the_web(failure: Failure, request: Request) -> bool:
    """Whether the network, and not the page, refused the scheme that was asked for."""
    scheme = request.url.scheme if request.url else ""
    if failure.refusal not in (Refusal.SCHEME_NOT_HTTP, Refusal.MIXED_CONTENT) or failure.redirected_from:
        return False
    return scheme not in ("http", "https", "file", "about", "blob", "chrome")


def slow_network(outcome: Outcome, request: Request) -> _Lines:
    """While a network counts as slow, each font is told to be on its way."""
    failure = outcome.failure
    stopped = failure is not None and (failure.step is LOCAL_NETWORK or _is_no_scheme_of_the_web(failure, request))
    on_its_way = request.initiator is Initiator.FONT and (stopped or bool(outcome.exchanges))
    if not on_its_way or not request.slow_network or request.url is None:
        return ()
    return (line(shapes.SLOW_NETWORK, url=request.url.href),)
