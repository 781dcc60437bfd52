"""How Safari says a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.browsers.messages import webkit_shapes as shapes
from cors_tui.browsers.messages.assembling import readings
from cors_tui.browsers.messages.lines import against_policy, line, page_origin, page_url, prints_nothing
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.messages.webkit_elements import wrong_type
from cors_tui.browsers.messages.webkit_names import first_refused
from cors_tui.browsers.messages.webkit_schemes import (
    companion,
    insecure,
    no_cors_redirect_mode,
    redirect_scheme,
    same_origin_mode,
    scheme,
    shown,
    without_credentials,
)
from cors_tui.standards.departures import Departure
from cors_tui.standards.mixed_content import wants_upgrade
from cors_tui.standards.origin import same_origin
from cors_tui.standards.redirect import is_redirect, location_text
from cors_tui.standards.request import Initiator, Mode, Request, Role
from cors_tui.standards.request_headers import is_forbidden_header
from cors_tui.standards.response import NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Failure, Outcome, Refusal

_CAUSES = [shape for refusal, shape in shapes.REASONS.items() if shape.refusal is refusal]
_SHAPES = (shapes.REDIRECTION, *_CAUSES, *shapes.LINES, *shapes.OLD)
_FINDERS = tuple(shape.find for shape in _SHAPES)
_Lines = tuple[ConsoleLine, ...]

_AS_READ = frozenset({Departure.LOCATION_READ_AS_UTF8})

_LED_TO = re.compile(r"redirection to (\S{1,4096}) denied", re.IGNORECASE)


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
        return (*_refused_headers(request), *_upgraded(outcome, request))
    if prints_nothing(failure):
        return ()
    if failure.redirected_from:
        failure = replace(failure, redirected_from=_left(outcome))
    write_it = _to_ftp if _leads_to_ftp(failure) else _writer(failure, request)
    return (*_refused_headers(request), *_upgraded(outcome, request), *write_it(failure, request))


def _leads_to_ftp(failure: Failure) -> bool:
    """Then nothing else is looked at."""
    answer = failure.answer
    if failure.in_preflight or not isinstance(answer, Response) or not is_redirect(answer):
        return False
    return (answer.headers.get("location") or "").lower().startswith("ftp:")


def _to_ftp(failure: Failure, request: Request) -> _Lines:
    return (line(shapes.FTP_DISABLED), *companion(failure.url, request))


def _refused_headers(request: Request) -> _Lines:
    """XMLHttpRequest says which header it does not set; fetch() drops it without a word."""
    if request.initiator is not Initiator.XHR:
        return ()
    refused = (name for name, value in request.headers if is_forbidden_header(name, value))
    return tuple(line(shapes.HEADER_REFUSED, about=name) for name in refused)


def _left(outcome: Outcome) -> str:
    """The URL that redirected last."""
    sent = (each.request for each in reversed(outcome.exchanges) if each.request.role is Role.ACTUAL)
    return next(each.url.href for each in sent)


def _denied(failure: Failure, request: Request) -> _Lines:
    """The cause, told of the redirect when it was one that was judged, and the companion."""
    shape = shapes.REASONS.get(_as_told(failure))
    if shape is None:
        return companion(failure.url, request)
    reason = shape.fill(
        origin=failure.request_origin or page_origin(request),
        status=failure.status,
        value=_as_shown(failure.got or ""),
        about=first_refused(failure, request),
        url=failure.url,
    )
    text = _redirection(failure) + reason
    return (ConsoleLine(text, shape.source, shape.level), *companion(failure.url, request))


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
    if not location:
        return ""
    target, left = parse_url(location_text(location, _AS_READ), failure.url), parse_url(failure.url)
    if target is None:
        return shapes.REDIRECTION.fill(target=location)
    fragment = left.fragment if left and not target.fragment else ""
    return shapes.REDIRECTION.fill(target=without_credentials(target) + fragment)


def _as_shown(value: str) -> str:
    """A value as Safari's console shows it: bytes that are not UTF-8 replaced, the rest read as latin-1."""
    return value.encode("latin-1", "replace").decode("utf-8", "replace").encode().decode("latin-1")


def _network(failure: Failure, request: Request) -> _Lines:
    """Said of a preflight only."""
    if not failure.in_preflight:
        return ()
    if isinstance(failure.answer, NetworkError) and failure.answer.failure is NetworkFailure.NOT_HTTP:
        return (line(shapes.NOT_PARSED), *companion(failure.url, request))
    return _denied(failure, request)


def _mixed_content(failure: Failure, request: Request) -> _Lines:
    url = parse_url(failure.url)
    if url is None or url.scheme != "http":
        return scheme(failure, request)
    blocked = insecure(url, request)
    if failure.redirected_from:
        return (blocked, *companion(failure.redirected_from, request))
    if request.initiator not in (Initiator.FETCH, Initiator.XHR, Initiator.EVENT_SOURCE):
        return (blocked,)
    return (blocked, line(shapes.NOT_ALLOWED), *companion(url.without_fragment, request))


def _plain(failure: Failure, request: Request) -> _Lines:
    """The cause without a word of the redirect."""
    shape = shapes.REASONS[failure.refusal]
    url = shown(failure.url)
    told = line(shape, url=url, origin=page_origin(request), value=failure.got or "", about=failure.about)
    return (told, *companion(url, request))


def _csp(failure: Failure, request: Request) -> _Lines:
    text = shapes.REASONS[failure.refusal].text if failure.about != "default-src" else shapes.BY_DEFAULT_SRC
    url = shown(failure.url)
    told = line(replace(shapes.REASONS[failure.refusal], text=text), url=url)
    if not failure.redirected_from:
        return (told,)
    return (told, line(shapes.CSP_BLOCKED), *companion(url, request))


def _policy_first(failure: Failure, request: Request) -> Failure | None:
    """What the page's policy has against a request that is refused for something looked at later; None for nothing.

    It is asked of every redirect that CORS has not been asked about.
    """
    if failure.refusal is Refusal.NO_CORS_REDIRECT_MODE:
        return against_policy(failure.url, "", request)
    if failure.refusal not in (Refusal.REDIRECT_SCHEME, Refusal.REDIRECT_LOCATION_INVALID) or not failure.got:
        return None
    left = parse_url(failure.url)
    at_home = left is not None and same_origin(left.origin, request.page.origin)
    if request.mode is Mode.CORS and not at_home:
        return None
    against = against_policy(failure.got, failure.url, request)
    if against is None and failure.refusal is Refusal.REDIRECT_LOCATION_INVALID:
        against = against_policy("about:invalid", failure.url, request)  # what is no URL is in no list of sources
    return replace(against, url=failure.got) if against else None


def _writer(failure: Failure, request: Request) -> Callable[[Failure, Request], _Lines]:
    against = _policy_first(failure, request)
    if against is not None:
        return lambda _, asked: _csp(against, asked)
    return _WRITERS.get(failure.refusal, _denied)


def _integrity(failure: Failure, request: Request) -> _Lines:
    length = len(failure.answer.body) if isinstance(failure.answer, Response) else 0
    url = request.url.without_fragment if request.url else failure.url
    told = line(
        shapes.REASONS[failure.refusal], url=url, about=length or "(no content)", reason=length,
        value=failure.wanted or "",
    )  # fmt: skip
    return (told, *companion(url, request))


def _corp(failure: Failure, request: Request) -> _Lines:
    shape = shapes.REASONS[failure.refusal]
    text = _redirection(failure) + shape.fill(url=failure.url)
    return (ConsoleLine(text, shape.source, shape.level), *companion(failure.url, request))


def _bad_location(failure: Failure, request: Request) -> _Lines:
    """Said only of a hop that CORS was asked about, and not of an empty one."""
    left = parse_url(failure.url)
    at_home = left is not None and same_origin(left.origin, request.page.origin)
    if not failure.got or at_home or request.mode is Mode.NO_CORS:
        return ()
    return redirect_scheme(failure, request)


def _data(failure: Failure, request: Request) -> _Lines:
    """A data: URL that is none."""
    return tuple(
        replace(each, text=each.text.removesuffix(shapes.DUE_TO) + ".") for each in companion(failure.url, request)
    )


def _no_address(failure: Failure, request: Request) -> _Lines:
    return _plain(replace(failure, url=failure.url.partition("#")[0]), request)[:1]


def _bad_port(failure: Failure, request: Request) -> _Lines:
    return _plain(failure, request)[:1]


def _quiet(_: Failure, __: Request) -> _Lines:
    return ()


_WRITERS: dict[Refusal, Callable[[Failure, Request], _Lines]] = {
    Refusal.NETWORK: _network,
    Refusal.RESPONSE_INVALID: _quiet,
    Refusal.STATUS_NOT_OK: _quiet,
    Refusal.REDIRECT_LOCATION_INVALID: _bad_location,
    Refusal.URL_INVALID: _data,
    Refusal.MIXED_CONTENT: _mixed_content,
    Refusal.SAME_ORIGIN_MODE: same_origin_mode,
    Refusal.SCHEME_NOT_HTTP: scheme,
    Refusal.REDIRECT_SCHEME: redirect_scheme,
    Refusal.REDIRECT_MODE_ERROR: _plain,
    Refusal.REDIRECT_TOO_MANY: _plain,
    Refusal.REDIRECT_SAME_ORIGIN_MODE: _plain,
    Refusal.CORP: _corp,
    Refusal.NO_CORS_REDIRECT_MODE: no_cors_redirect_mode,
    Refusal.CSP_CONNECT_SRC: _csp,
    Refusal.BAD_PORT: _bad_port,
    Refusal.NO_ADDRESS: _no_address,
    Refusal.INTEGRITY: _integrity,
    Refusal.WRONG_TYPE: wrong_type,
}


def _upgraded(outcome: Outcome, request: Request) -> _Lines:
    """An element's plain request from an https page: upgraded, or left where only loopback may serve it."""
    if wants_upgrade(request.page):
        return ()
    url = request.url
    sent = outcome.exchanges[0].request.url if outcome.exchanges else None
    if url is None or sent is None or url.scheme != "http" or not page_url(request).startswith("https:"):
        return ()
    if sent.scheme == "https":
        return (line(shapes.UPGRADED, page=page_url(request), url=url.href),)
    if request.initiator is Initiator.IMAGE:
        return (line(shapes.NOT_UPGRADED, page=page_url(request), url=url.href),)
    return ()
