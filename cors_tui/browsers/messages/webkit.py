"""How Safari says a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.browsers.messages import webkit_shapes as shapes
from cors_tui.browsers.messages.assembling import readings
from cors_tui.browsers.messages.lines import line, page_origin, page_url, told_by_exception
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.messages.webkit_names import canonical
from cors_tui.standards.mixed_content import is_loopback_host
from cors_tui.standards.redirect import is_redirect
from cors_tui.standards.request import Initiator, Mode, Request
from cors_tui.standards.response import Response
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Failure, Outcome, Refusal

_CAUSES = [shape for refusal, shape in shapes.REASONS.items() if shape.refusal is refusal]
_SHAPES = (shapes.REDIRECTION, *_CAUSES, *shapes.LINES, *shapes.OLD)
_FINDERS = tuple(shape.find for shape in _SHAPES)
_Lines = tuple[ConsoleLine, ...]

_LED_TO = re.compile(r"redirection to (\S{1,4096}) denied", re.IGNORECASE)

_COMPANIONS = {
    Initiator.FETCH: shapes.CANNOT_LOAD["fetch"],
    Initiator.XHR: shapes.CANNOT_LOAD["XMLHttpRequest"],
    Initiator.EVENT_SOURCE: shapes.CANNOT_LOAD["EventSource"],
    Initiator.IMAGE: shapes.CANNOT_LOAD["image"],
    Initiator.SCRIPT: shapes.SCRIPT_DENIED,
}
"""The line that follows the cause; none follows for modules, stylesheets and fonts."""


def read(text: str) -> tuple[Reading, ...]:
    """The failures that `text` reports in Safari's words."""
    return tuple(_with_url(reading) for reading in readings(Pasted.of(text), "webkit", _FINDERS))


def _with_url(reading: Reading) -> Reading:
    """Only the companion names the hop that failed; without it, where the redirect leads is all there is."""
    led = _LED_TO.search(reading.text) if not reading.url else None
    return replace(reading, url=led[1]) if led else reading


def write(outcome: Outcome, request: Request) -> _Lines:
    """The lines of the console for `outcome`."""
    failure = outcome.failure
    if failure is None:
        return _upgraded(outcome, request)
    if told_by_exception(failure):
        return ()
    return _WRITERS.get(failure.refusal, _denied)(failure, request)


def _companion(url: str, request: Request) -> _Lines:
    shape = _COMPANIONS.get(request.initiator)
    return () if shape is None else (line(shape, url=url),)


def _denied(failure: Failure, request: Request) -> _Lines:
    """The cause, told of the redirect when it was one that was judged, and the companion."""
    shape = shapes.REASONS.get(_as_told(failure))
    if shape is None:
        return _companion(failure.url, request)
    reason = shape.fill(
        origin=failure.request_origin or page_origin(request),
        status=failure.status,
        value=_as_shown(failure.got or ""),
        about=_first_refused(failure, request),
        url=failure.url,
    )
    text = _redirection(failure) + reason
    return (ConsoleLine(text, shape.source, shape.level), *_companion(failure.url, request))


def _as_told(failure: Failure) -> Refusal:
    """Only a comma makes several values; any other value is one that is not the origin."""
    if failure.refusal is Refusal.PREFLIGHT_REDIRECT:
        return Refusal.PREFLIGHT_STATUS
    if failure.refusal is Refusal.ALLOW_ORIGIN_MULTIPLE and "," not in (failure.got or ""):
        return Refusal.ALLOW_ORIGIN_MISMATCH
    return failure.refusal


def _redirection(failure: Failure) -> str:
    """What opens the line when the answer that was judged redirects."""
    answer = failure.answer
    if failure.in_preflight or not isinstance(answer, Response) or not is_redirect(answer):
        return ""
    location = answer.headers.get("location")
    target = parse_url(location, failure.url) if location else None
    return shapes.REDIRECTION.fill(target=_without_credentials(target)) if target else ""


def _without_credentials(url: Url) -> str:
    return (
        url.href.replace(f"//{url.href.partition('//')[2].partition('@')[0]}@", "//", 1) if url.username else url.href
    )


def _as_shown(value: str) -> str:
    """A value as Safari's console shows it: bytes that are not UTF-8 replaced, the rest read as latin-1."""
    return value.encode("latin-1", "replace").decode("utf-8", "replace").encode().decode("latin-1")


def _first_refused(failure: Failure, request: Request) -> str:
    """The method; or the header that WebKit names first of those not allowed: one it knows, before any other."""
    if failure.refusal is not Refusal.HEADER_NOT_ALLOWED:
        return failure.about
    name = min(_not_allowed(failure) or [failure.about], key=lambda name: (canonical(name) is None, name))
    as_written = (written for written, _ in request.headers if written.lower() == name)
    # fetch() lower-cases every name it does not know; XMLHttpRequest keeps the author's spelling.
    return canonical(name) or (name if request.initiator is Initiator.FETCH else next(as_written, name))


def _not_allowed(failure: Failure) -> list[str]:
    """Every header the preflight asked for and its answer does not list."""
    if failure.request is None or not isinstance(failure.answer, Response):
        return []
    asked = failure.request.headers.get("access-control-request-headers") or ""
    listed = failure.answer.headers.get("access-control-allow-headers") or ""
    allowed = {name.strip(" \t").lower() for name in listed.split(",")}
    return [name for name in asked.split(",") if name and name not in allowed]


def _network(failure: Failure, request: Request) -> _Lines:
    """Said of a preflight only."""
    return _denied(failure, request) if failure.in_preflight else ()


def _mixed_content(failure: Failure, request: Request) -> _Lines:
    url = parse_url(failure.url)
    if url is None or url.scheme != "http":
        return _scheme(failure, request)
    if request.mode is Mode.SAME_ORIGIN and not failure.redirected_from:
        return _same_origin(failure, request)
    told = shapes.REASONS[Refusal.MIXED_CONTENT]
    text = told.fill(page=page_url(request), url=failure.url)
    text += "" if is_loopback_host(url) else shapes.SERVED_OVER_HTTPS
    blocked = ConsoleLine(text, told.source, told.level)
    if request.initiator not in (Initiator.FETCH, Initiator.XHR, Initiator.EVENT_SOURCE):
        return (blocked,)
    if failure.redirected_from:
        return (blocked, *_companion(failure.redirected_from, request))
    return (blocked, line(shapes.NOT_ALLOWED), *_companion(failure.url, request))


def _scheme(failure: Failure, request: Request) -> _Lines:
    return (line(shapes.REASONS[Refusal.SCHEME_NOT_HTTP]), *_companion(failure.url, request))


def _redirect_scheme(failure: Failure, request: Request) -> _Lines:
    target = failure.got or ""
    if target.startswith("ftp:"):
        return (line(shapes.FTP_DISABLED), *_companion(failure.url, request))
    text = shapes.REDIRECTION.fill(target=target) + shapes.REASONS[Refusal.REDIRECT_SCHEME].fill()
    return (ConsoleLine(text, shapes.REDIRECTION.source), *_companion(failure.url, request))


def _plain(failure: Failure, request: Request) -> _Lines:
    """The cause without a word of the redirect."""
    shape = shapes.REASONS[failure.refusal]
    told = line(shape, url=failure.url, origin=page_origin(request), value=failure.got or "", about=failure.about)
    return (told, *_companion(failure.url, request))


def _no_cors_redirect_mode(failure: Failure, request: Request) -> _Lines:
    told = line(shapes.REASONS[failure.refusal])
    return (told, line(shapes.NOT_ALLOWED), *_companion(failure.url, request))


def _csp(failure: Failure, request: Request) -> _Lines:
    told = line(shapes.REASONS[failure.refusal], url=failure.url)
    if not failure.redirected_from:
        return (told,)
    return (told, line(shapes.CSP_BLOCKED), *_companion(failure.url, request))


def _integrity(failure: Failure, request: Request) -> _Lines:
    length = len(failure.answer.body) if isinstance(failure.answer, Response) else 0
    told = line(shapes.REASONS[failure.refusal], url=failure.url, about=length, value=failure.wanted or "")
    return (told, *_companion(failure.url, request))


def _bad_port(failure: Failure, request: Request) -> _Lines:
    return _plain(failure, request)[:1]


def _same_origin(failure: Failure, _: Request) -> _Lines:
    return (line(shapes.CANNOT_LOAD_QUIETLY, url=failure.url),)


def _wrong_type(failure: Failure, _: Request) -> _Lines:
    return (line(shapes.WRONG_SCRIPT_TYPE, value=failure.got or ""),)


def _quiet(_: Failure, __: Request) -> _Lines:
    return ()


_WRITERS: dict[Refusal, Callable[[Failure, Request], _Lines]] = {
    Refusal.NETWORK: _network,
    Refusal.RESPONSE_INVALID: _quiet,
    Refusal.STATUS_NOT_OK: _quiet,
    Refusal.REDIRECT_LOCATION_INVALID: _quiet,
    Refusal.MIXED_CONTENT: _mixed_content,
    Refusal.SAME_ORIGIN_MODE: _same_origin,
    Refusal.SCHEME_NOT_HTTP: _scheme,
    Refusal.REDIRECT_SCHEME: _redirect_scheme,
    Refusal.REDIRECT_MODE_ERROR: _plain,
    Refusal.REDIRECT_TOO_MANY: _plain,
    Refusal.REDIRECT_SAME_ORIGIN_MODE: _plain,
    Refusal.CORP: _plain,
    Refusal.NO_CORS_REDIRECT_MODE: _no_cors_redirect_mode,
    Refusal.CSP_CONNECT_SRC: _csp,
    Refusal.BAD_PORT: _bad_port,
    Refusal.INTEGRITY: _integrity,
    Refusal.WRONG_TYPE: _wrong_type,
}


def _upgraded(outcome: Outcome, request: Request) -> _Lines:
    """An element's plain request from an https page: upgraded, or left where only loopback may serve it."""
    url = request.url
    sent = outcome.exchanges[0].request.url if outcome.exchanges else None
    if url is None or sent is None or url.scheme != "http" or not page_url(request).startswith("https:"):
        return ()
    if sent.scheme == "https":
        return (line(shapes.UPGRADED, page=page_url(request), url=url.href),)
    if request.initiator is Initiator.IMAGE:
        return (line(shapes.NOT_UPGRADED, page=page_url(request), url=url.href),)
    return ()
