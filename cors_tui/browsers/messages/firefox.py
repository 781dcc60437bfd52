"""How Firefox says a refusal."""

from __future__ import annotations

from collections.abc import Callable

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.browsers.messages import firefox_shapes as shapes
from cors_tui.browsers.messages.assembling import readings
from cors_tui.browsers.messages.firefox_elements import (
    from_loader,
    loader_first,
    odd_script,
    opaque_blocked,
    with_module,
    wrong_type,
)
from cors_tui.browsers.messages.firefox_localized import find_localized
from cors_tui.browsers.messages.firefox_reasons import blocked, did_not_succeed
from cors_tui.browsers.messages.firefox_redirects import (
    after_redirect,
    csp_line,
    end_first,
    ended,
    redirect_credentials,
    redirect_scheme,
    redirected_preflight,
    refused,
    same_origin_mode,
    since_last_hop,
    was_preflighted,
    with_end,
)
from cors_tui.browsers.messages.firefox_warnings import (
    asking,
    ignored_policy,
    reached_loopback,
    uncovered,
    unparsed,
    upgraded,
)
from cors_tui.browsers.messages.lines import against_policy, line, page_url, prints_nothing
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.standards.element import CUT_OFF
from cors_tui.standards.http1 import AFTER_INTERIM
from cors_tui.standards.http1_head import Leniency
from cors_tui.standards.integrity import integrity_failure
from cors_tui.standards.request import Initiator, Mode, Request
from cors_tui.standards.responding import XHR_BODY
from cors_tui.standards.response import NetworkError, Response
from cors_tui.standards.verdict import Failure, Outcome, Refusal

_SHAPES = (
    shapes.BLOCKED,
    *shapes.REASONS.values(),
    shapes.STATUS,
    *shapes.WHOLE_LINES,
    *shapes.OLD,
    *shapes.PANEL,
)
_READ = (Initiator.FETCH, Initiator.XHR)
_FINDERS = (*(shape.find for shape in _SHAPES), find_localized)
_Lines = tuple[ConsoleLine, ...]


def read(text: str) -> tuple[Reading, ...]:
    """The failures that `text` reports in Firefox's words.

    After most failures Firefox prints a second line, *did not succeed*, for the same URL: it says nothing more.
    """
    found = readings(Pasted.of(text), "firefox", _FINDERS)
    telling = {reading.url for reading in found if reading.refusal not in (None, Refusal.NETWORK)}
    return tuple(reading for reading in found if reading.refusal is not Refusal.NETWORK or reading.url not in telling)


def write(outcome: Outcome, request: Request) -> _Lines:
    """The lines of the console for `outcome`."""
    failure = outcome.failure
    warned = (*ignored_policy(request), *upgraded(outcome, request), *uncovered(outcome))
    warned += reached_loopback(outcome, request)
    if failure is None:
        odd = odd_script(outcome.response, outcome.url, request)
        return (*warned, *odd, *asking(outcome, request), *unparsed(outcome, outcome.response, request))
    if failure.step is XHR_BODY and isinstance(failure.answer, Response):
        return (*warned, *unparsed(outcome, failure.answer, request))
    if prints_nothing(failure):
        return ()
    told = _writer(failure.refusal)(since_last_hop(failure, outcome), request)
    if failure.refusal is Refusal.REDIRECT_SCHEME and was_preflighted(outcome, failure):
        told = end_first(told)
    added = from_loader(failure, request)
    if loader_first(outcome, request):
        return (*warned, *added, *told)
    return (*warned, *with_module(told, failure, request), *added)


def _network(failure: Failure, request: Request) -> _Lines:
    if failure.step is CUT_OFF and isinstance(failure.answer, Response) and request.initiator not in _READ:
        return odd_script(failure.answer, failure.url, request)
    told = ended(failure, request)
    detail = failure.answer.detail if isinstance(failure.answer, NetworkError) else ""
    if detail == AFTER_INTERIM and told:  # without a head there are no headers to count
        return (blocked(failure.url, Refusal.ALLOW_ORIGIN_MULTIPLE), *(told if failure.in_preflight else ()))
    if detail == Leniency.JUNK_STATUS and not failure.in_preflight:
        return (line(shapes.JUNK_STATUS), *told)
    return told * (2 if failure.in_preflight else 1)


def _mixed_content(failure: Failure, request: Request) -> _Lines:
    if not failure.url.startswith("http:"):
        return _other_scheme(failure, request)
    if request.mode is Mode.SAME_ORIGIN:
        return _same_origin(failure, request)
    against = against_policy(failure.url, failure.redirected_from, request)
    if against is not None:
        return _csp(against, request)
    if request.keepalive:  # such a request may outlive its page, and no console is told of it
        return after_redirect(failure, request)
    told = line(shapes.MIXED_CONTENT, url=failure.url)
    return (told, *after_redirect(failure, request))


def _same_origin(failure: Failure, request: Request) -> _Lines:
    if failure.url.partition(":")[0] in _UNTOLD and not failure.redirected_from:
        return ()
    return same_origin_mode(failure.url, request)


def _scheme(failure: Failure, request: Request) -> _Lines:
    scheme = failure.url.partition(":")[0]
    if scheme in ("about", "ws", "wss", "chrome", "resource", "moz-extension"):
        return ()
    if request.mode is Mode.SAME_ORIGIN and failure.refusal is Refusal.MIXED_CONTENT:
        return _same_origin(failure, request)
    if request.mode is Mode.NO_CORS and scheme not in ("file", "view-source", "blob"):
        return ()
    if request.initiator is Initiator.EVENT_SOURCE or (scheme == "blob" and request.method != "GET"):
        return ()
    if scheme in ("file", "view-source"):
        return (line(shapes.MAY_NOT_LINK, page=page_url(request), url=failure.url),)
    if scheme == "blob":
        return (line(shapes.SAME_ORIGIN_MODE, page=page_url(request), url=failure.url),)
    return () if request.initiator is Initiator.STYLESHEET else (blocked(failure.url, Refusal.SCHEME_NOT_HTTP),)


def _other_scheme(failure: Failure, request: Request) -> _Lines:
    """A scheme that is not the web's, asked for at once: of the page's policy one hears where nothing else is said."""
    told = _scheme(failure, request)
    if told or failure.url.partition(":")[0] in (*_UNTOLD, "ws", "blob"):
        return told
    against = against_policy(failure.url, "", request)
    return (csp_line(failure.url, against.got or "", request),) if against else ()


def _csp(failure: Failure, request: Request) -> _Lines:
    scheme = failure.url.partition(":")[0]
    if request.mode is Mode.SAME_ORIGIN and scheme != "data":
        return _same_origin(failure, request)
    if scheme not in ("http", "https", "data") and not failure.redirected_from:
        return _other_scheme(failure, request)
    told = csp_line(failure.url, failure.got or "", request)
    return with_end((told,), after_redirect(failure, request), request)


def _integrity(failure: Failure, request: Request) -> _Lines:
    asked = request.url.href if request.url else failure.url
    compared: Failure | None = failure
    if failure.about == "opaque":
        if request.mode is Mode.NO_CORS:
            return (line(shapes.NOT_ELIGIBLE, url=asked),)
        compared = integrity_failure(failure.wanted or "", "")  # a redirect that is not followed counts as empty
    kind, _, digest = (compared.got or "" if compared else "").partition("-")
    return (line(shapes.INTEGRITY, url=asked, about=kind, value=digest),)


def _bad_port(failure: Failure, request: Request) -> _Lines:
    if request.mode is Mode.SAME_ORIGIN:
        return _same_origin(failure, request)
    against = against_policy(failure.url, failure.redirected_from, request)
    if against:
        return _csp(against, request)
    unfinished = failure.redirected_from and request.mode is Mode.CORS
    return (did_not_succeed(failure.redirected_from),) if unfinished else ()


def _no_address(failure: Failure, request: Request) -> _Lines:
    """The ends of two channels where one would have been the preflight's."""
    return ended(failure, request) * (2 if failure.about else 1)


def _opaque_blocked(failure: Failure, request: Request) -> _Lines:
    answer = failure.answer if isinstance(failure.answer, Response) else None
    return (*odd_script(answer, failure.url, request), *opaque_blocked(failure))


def _corp(failure: Failure, request: Request) -> _Lines:
    """No console is told of a request that may outlive its page."""
    return () if request.keepalive else (line(shapes.CORP_BLOCKED, url=failure.url),)


def _quiet(_: Failure, __: Request) -> _Lines:
    return ()


_UNTOLD = ("about", "wss", "javascript", "chrome", "resource", "moz-extension")
"""Schemes that a page which asks for its own origin alone hears nothing of."""

_WRITERS: dict[Refusal, Callable[[Failure, Request], _Lines]] = {
    Refusal.PREFLIGHT_REDIRECT: redirected_preflight,
    Refusal.NETWORK: _network,
    Refusal.RESPONSE_INVALID: _network,
    Refusal.MIXED_CONTENT: _mixed_content,
    Refusal.SAME_ORIGIN_MODE: _same_origin,
    Refusal.REDIRECT_SAME_ORIGIN_MODE: _same_origin,
    Refusal.SCHEME_NOT_HTTP: _other_scheme,
    Refusal.REDIRECT_SCHEME: redirect_scheme,
    Refusal.REDIRECT_HAS_CREDENTIALS: redirect_credentials,
    Refusal.REDIRECT_LOCATION_INVALID: _network,
    Refusal.CSP_CONNECT_SRC: _csp,
    Refusal.INTEGRITY: _integrity,
    Refusal.WRONG_TYPE: wrong_type,
    Refusal.OPAQUE_RESPONSE_BLOCKED: _opaque_blocked,
    Refusal.CORP: _corp,
    Refusal.NO_CORS_REDIRECT_MODE: _quiet,
    Refusal.REDIRECT_MODE_ERROR: _quiet,
    Refusal.REDIRECT_TOO_MANY: ended,
    Refusal.BAD_PORT: _bad_port,
    Refusal.NO_ADDRESS: _no_address,
    Refusal.KEEPALIVE_BODY_TOO_LONG: _quiet,
    Refusal.STATUS_NOT_OK: _quiet,
}


def _writer(refusal: Refusal) -> Callable[[Failure, Request], _Lines]:
    """What was never seen on this console is not made up: nothing is written for it."""
    named = refusal in shapes.REASONS or refusal is Refusal.ALLOW_ORIGIN_INVALID
    return _WRITERS.get(refusal, refused if named else _quiet)
