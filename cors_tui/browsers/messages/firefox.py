"""How Firefox says a refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.browsers.messages import firefox_shapes as shapes
from cors_tui.browsers.messages.assembling import readings
from cors_tui.browsers.messages.firefox_localized import find_localized
from cors_tui.browsers.messages.firefox_reasons import blocked, decoded, did_not_succeed, reason
from cors_tui.browsers.messages.firefox_warnings import asking, uncovered, unparsed, upgraded
from cors_tui.browsers.messages.lines import against_policy, line, page_url, redirect_target, told_by_exception
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.integrity import integrity_failure
from cors_tui.standards.mixed_content import is_trustworthy, prohibits_mixed_content
from cors_tui.standards.origin import same_origin
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, RedirectMode, Request, Role
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Failure, Outcome, Refusal

_SHAPES = (
    shapes.BLOCKED,
    *shapes.REASONS.values(),
    shapes.STATUS,
    *shapes.WHOLE_LINES,
    *shapes.OLD,
    *shapes.PANEL,
)
_FINDERS = (*(shape.find for shape in _SHAPES), find_localized)
_Lines = tuple[ConsoleLine, ...]

_ELEMENT_LINES = {
    Initiator.SCRIPT: shapes.SCRIPT_NOT_ALLOWED,
    Initiator.MODULE: shapes.MODULE_NOT_ALLOWED,
    Initiator.IMPORT: shapes.MODULE_NOT_ALLOWED,
    Initiator.EVENT_SOURCE: shapes.EVENTS_FAILED,
    Initiator.FONT: shapes.FONT_FAILED,
}
"""What the element's own loader adds when its request was refused."""

_VETOED = ("javascript:", "about:", "ws:", "wss:")
"""Schemes a redirect to which ends the channel before CORS is asked."""


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
    warned = (*upgraded(outcome, request), *uncovered(outcome))
    if failure is None:
        return (*warned, *asking(outcome, request), *unparsed(outcome, request))
    if told_by_exception(failure):
        return ()
    told = _writer(failure.refusal)(_since_last_hop(failure, outcome), request)
    if failure.refusal is Refusal.REDIRECT_SCHEME and _was_preflighted(outcome, failure):
        told = _end_first(told)
    return (*warned, *told, *_from_loader(failure, request))


def _since_last_hop(failure: Failure, outcome: Outcome) -> Failure:
    """A redirect is told by the hop that it left, not by the URL that was asked for."""
    if not failure.redirected_from or not outcome.exchanges:
        return failure
    return replace(failure, redirected_from=outcome.exchanges[-1].request.url.href)


def _refused(failure: Failure, request: Request) -> _Lines:
    """The reason; after a preflight and at a redirect the end of its channel is told as well."""
    target = redirect_target(failure)
    ended = (did_not_succeed(failure.url),)
    if failure.in_preflight:
        return (reason(failure), *ended * (1 if target is None else 2))
    if target is None or request.redirect_mode is not RedirectMode.FOLLOW:
        return (reason(failure),)
    leads_to = parse_url(target, failure.url)
    if target.startswith(("file:", "blob:", "data:")):
        return _redirect_scheme(replace(failure, got=target), request)
    if leads_to is None or target.startswith(_VETOED):
        return ended
    if leads_to.scheme == "http" and prohibits_mixed_content(request.page) and not is_trustworthy(leads_to):
        return (line(shapes.MIXED_CONTENT, url=leads_to.href), *ended)
    return (reason(failure), *ended)


def _redirected_preflight(failure: Failure, request: Request) -> _Lines:
    """The redirect is refused, and the answer is then checked once more, as one from where the redirect leads."""
    answer = failure.answer
    first = blocked(failure.url, Refusal.PREFLIGHT_REDIRECT)
    if not isinstance(answer, Response):
        return (first,)
    again = cors_check(answer.headers, _origin_beyond(failure, answer), _mode(request))
    second = (
        reason(Failure(again.refusal, again.step, again.header, again.got, url=failure.url, answer=answer))
        if again
        else blocked(failure.url, Refusal.PREFLIGHT_STATUS, answer.status)
    )
    return (first, second, did_not_succeed(failure.url))


def _origin_beyond(failure: Failure, answer: Response) -> str:
    """The origin of the request as it would follow the redirect: ``null`` when that leaves the API's own origin."""
    here = parse_url(failure.url)
    there = parse_url(answer.headers.get("location") or "", failure.url)
    stays = here is not None and there is not None and here.origin == there.origin
    return failure.request_origin if stays else "null"


def _mode(request: Request) -> CredentialsMode:
    return request.credentials_mode


def _network(failure: Failure, request: Request) -> _Lines:
    return _ended(failure, request) * (2 if failure.in_preflight else 1)


def _mixed_content(failure: Failure, request: Request) -> _Lines:
    if not failure.url.startswith("http:"):
        return _scheme(failure, request)
    if request.mode is Mode.SAME_ORIGIN and not failure.redirected_from:
        return _same_origin(failure, request)
    against = against_policy(failure, request)
    if against is not None:
        return _csp(against, request)
    if request.keepalive:
        return ()  # such a request may outlive its page, and no console is told of it
    told = line(shapes.MIXED_CONTENT, url=failure.url)
    if request.initiator in (Initiator.SCRIPT, Initiator.MODULE):
        return (told, line(shapes.SCRIPT_FAILED, url=failure.url))
    return (told, *_after_redirect(failure, request))


def _after_redirect(failure: Failure, request: Request) -> _Lines:
    """A redirect that was refused for where it leads leaves the request of the hop before it unfinished."""
    before = parse_url(failure.redirected_from)
    if before is None or request.mode is not Mode.CORS or same_origin(before.origin, request.page.origin):
        return ()
    return (did_not_succeed(before.href),)


def _same_origin(failure: Failure, request: Request) -> _Lines:
    page = page_url(request)
    if request.page.origin.is_opaque:
        page = f"moz-nullprincipal:{{{shapes.NULL_PRINCIPAL}}}?{page.removesuffix('/')}"
    return (line(shapes.SAME_ORIGIN_MODE, page=page, url=failure.url),)


def _scheme(failure: Failure, request: Request) -> _Lines:
    scheme = failure.url.partition(":")[0]
    if scheme in ("about", "ws", "wss"):
        return ()
    if scheme == "file":
        return (line(shapes.MAY_NOT_LINK, page=page_url(request), url=failure.url),)
    if scheme == "blob":
        return (line(shapes.SAME_ORIGIN_MODE, page=page_url(request), url=failure.url),)
    return (blocked(failure.url, Refusal.SCHEME_NOT_HTTP),)


def _redirect_scheme(failure: Failure, request: Request) -> _Lines:
    page = page_url(request) if request.initiator is Initiator.XHR else failure.url
    target = failure.got or ""
    scheme = target.partition(":")[0]
    ended = did_not_succeed(failure.url)
    if scheme == "data":
        told = line(shapes.DATA_REDIRECT, about="data:", url=target)
    elif scheme == "file":
        told = line(shapes.MAY_NOT_LINK, page=page, url=target)
    elif scheme == "blob":
        told = line(shapes.SAME_ORIGIN_MODE, page=page, url=target)
    elif target.startswith(_VETOED):
        return (ended,)
    else:
        return (blocked(target, Refusal.SCHEME_NOT_HTTP), ended)
    return (told, ended)


def _end_first(told: _Lines) -> _Lines:
    """After a preflight the channel's end is told before what another part of Firefox says of the redirect."""
    in_order = told[0].source == shapes.REASONS[Refusal.SCHEME_NOT_HTTP].source or "blob:" in told[0].text
    return told if in_order else told[::-1]


def _was_preflighted(outcome: Outcome, failure: Failure) -> bool:
    sent = [exchange.request for exchange in outcome.exchanges]
    return any(wire.role is Role.PREFLIGHT and failure.request and wire.hop == failure.request.hop for wire in sent)


def _csp(failure: Failure, request: Request) -> _Lines:
    scheme = page_url(request).partition(":")[0]
    sources = " ".join(_with_scheme(source, scheme) for source in decoded(failure.got or "").split(" "))
    return (line(shapes.CSP_VIOLATED, url=failure.url, value=sources), *_after_redirect(failure, request))


def _with_scheme(source: str, scheme: str) -> str:
    """A host of a policy as Firefox shows it: with the page's own scheme where it has none."""
    is_host = "." in source and "://" not in source and source[:1] != "'"
    return f"{scheme}://{source}" if is_host else source


def _integrity(failure: Failure, request: Request) -> _Lines:
    asked = request.url.href if request.url else failure.url
    compared: Failure | None = failure
    if failure.about == "opaque":
        if request.mode is Mode.NO_CORS:
            return (line(shapes.NOT_ELIGIBLE, url=asked),)
        compared = integrity_failure(failure.wanted or "", "")  # a redirect that is not followed counts as empty
    digest = (compared.got or "" if compared else "").partition("-")[2]
    return (line(shapes.INTEGRITY, url=asked, value=digest),)


def _wrong_type(failure: Failure, _: Request) -> _Lines:
    told = line(shapes.WRONG_MODULE_TYPE, url=failure.url, value=failure.got or "")
    return (told, did_not_succeed(failure.url))


def _quiet(_: Failure, __: Request) -> _Lines:
    return ()


def _ended(failure: Failure, request: Request) -> _Lines:
    """Within the page's own origin, and without CORS, nothing is said."""
    if request.mode is not Mode.CORS:
        return ()
    ends = (parse_url(failure.url), parse_url(failure.redirected_from or failure.url))
    if all(url and same_origin(url.origin, request.page.origin) for url in ends):
        return ()
    return (did_not_succeed(failure.url),)


_WRITERS: dict[Refusal, Callable[[Failure, Request], _Lines]] = {
    Refusal.PREFLIGHT_REDIRECT: _redirected_preflight,
    Refusal.NETWORK: _network,
    Refusal.RESPONSE_INVALID: _network,
    Refusal.MIXED_CONTENT: _mixed_content,
    Refusal.SAME_ORIGIN_MODE: _same_origin,
    Refusal.REDIRECT_SAME_ORIGIN_MODE: _same_origin,
    Refusal.SCHEME_NOT_HTTP: _scheme,
    Refusal.REDIRECT_SCHEME: _redirect_scheme,
    Refusal.REDIRECT_HAS_CREDENTIALS: _ended,
    Refusal.REDIRECT_LOCATION_INVALID: _ended,
    Refusal.CSP_CONNECT_SRC: _csp,
    Refusal.INTEGRITY: _integrity,
    Refusal.WRONG_TYPE: _wrong_type,
    Refusal.CORP: lambda failure, _: (line(shapes.CORP_BLOCKED, url=failure.url),),
    Refusal.NO_CORS_REDIRECT_MODE: _quiet,
    Refusal.REDIRECT_MODE_ERROR: _quiet,
    Refusal.REDIRECT_TOO_MANY: _ended,
    Refusal.BAD_PORT: _quiet,
    Refusal.STATUS_NOT_OK: _quiet,
}


def _writer(refusal: Refusal) -> Callable[[Failure, Request], _Lines]:
    """What was never seen on this console is not made up: nothing is written for it."""
    named = refusal in shapes.REASONS or refusal is Refusal.ALLOW_ORIGIN_INVALID
    return _WRITERS.get(refusal, _refused if named else _quiet)


def _from_loader(failure: Failure, request: Request) -> _Lines:
    shape = _ELEMENT_LINES.get(request.initiator)
    if shape is None or failure.refusal is Refusal.MIXED_CONTENT or request.url is None:
        return ()
    return (line(shape, url=request.url.href),)
