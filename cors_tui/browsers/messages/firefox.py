"""How Firefox says a refusal."""

from __future__ import annotations

from collections.abc import Callable

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.browsers.messages import firefox_shapes as shapes
from cors_tui.browsers.messages.assembling import readings
from cors_tui.browsers.messages.firefox_warnings import asking, uncovered, unparsed, upgraded
from cors_tui.browsers.messages.lines import against_policy, line, page_url, redirect_target, told_by_exception
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.standards.cors_check import cors_check
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
_FINDERS = tuple(shape.find for shape in _SHAPES)
_Lines = tuple[ConsoleLine, ...]

_WITH_STATUS = frozenset({Refusal.ALLOW_ORIGIN_MISSING, Refusal.PREFLIGHT_STATUS})
_ELEMENT_LINES = {
    Initiator.SCRIPT: shapes.SCRIPT_NOT_ALLOWED,
    Initiator.MODULE: shapes.MODULE_NOT_ALLOWED,
    Initiator.IMPORT: shapes.MODULE_NOT_ALLOWED,
    Initiator.EVENT_SOURCE: shapes.EVENTS_FAILED,
    Initiator.FONT: shapes.FONT_FAILED,
}
"""What the element's own loader adds when its request was refused."""

_NEEDS_NO_LISTING = ("GET", "HEAD", "POST")
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
    told = _writer(failure.refusal)(failure, request)
    if failure.refusal is Refusal.REDIRECT_SCHEME and _was_preflighted(outcome, failure):
        told = _end_first(told)
    return (*warned, *told, *_from_loader(failure, request))


def _blocked(url: str, refusal: Refusal, status: object = None, **slots: object) -> ConsoleLine:
    """*Cross-Origin Request Blocked*, with its reason; `status` only where the reason has one."""
    frame = shapes.BLOCKED_QUOTED if refusal is Refusal.ALLOW_ORIGIN_WILDCARD else shapes.BLOCKED
    template = shapes.REASONS[refusal]
    code = "" if status is None else f" {shapes.STATUS.fill(status=status)}."
    # One reason's shape holds the closing bracket: its value may end in any quote, and only the bracket tells.
    reason = template.fill(**slots).removesuffix(")")
    return ConsoleLine(f"{frame.fill(url=url)}(Reason: {reason}).{code}", template.source)


def _did_not_succeed(url: str) -> ConsoleLine:
    return _blocked(url, Refusal.NETWORK, "(null)")


def _refused(failure: Failure, request: Request) -> _Lines:
    """The reason; after a preflight and at a redirect the end of its channel is told as well."""
    target = redirect_target(failure)
    ended = (_did_not_succeed(failure.url),)
    if failure.in_preflight:
        return (_reason(failure), *ended * (1 if target is None else 2))
    if target is None or request.redirect_mode is not RedirectMode.FOLLOW:
        return (_reason(failure),)
    leads_to = parse_url(target, failure.url)
    if leads_to is None or target.startswith(_VETOED):
        return ended
    if leads_to.scheme == "http" and prohibits_mixed_content(request.page) and not is_trustworthy(leads_to):
        return (line(shapes.MIXED_CONTENT, url=leads_to.href), *ended)
    return (_reason(failure), *ended)


def _reason(failure: Failure) -> ConsoleLine:
    refusal = failure.refusal
    several = _stands_twice(failure)
    if refusal is Refusal.ALLOW_HEADERS_INVALID and not _lists_method(failure):
        refusal = Refusal.METHOD_NOT_ALLOWED
    if refusal is Refusal.ALLOW_ORIGIN_INVALID or (refusal is Refusal.ALLOW_ORIGIN_MULTIPLE and not several):
        refusal = Refusal.ALLOW_ORIGIN_MISMATCH
    elif refusal is Refusal.ALLOW_ORIGIN_MISMATCH and several:
        refusal = Refusal.ALLOW_ORIGIN_MULTIPLE
    status = failure.status if refusal in _WITH_STATUS else None
    return _blocked(failure.url, refusal, status, value=_decoded(failure.got or ""), about=_decoded(failure.about))


def _lists_method(failure: Failure) -> bool:
    """Whether the preflight's answer allows the method, which Firefox looks at before the headers."""
    if failure.request is None or not isinstance(failure.answer, Response):
        return True
    method = failure.request.headers.get("access-control-request-method") or ""
    listed = failure.answer.headers.get("access-control-allow-methods") or ""
    return method in (*_NEEDS_NO_LISTING, *(each.strip(" \t") for each in listed.split(","))) or "*" in listed


def _stands_twice(failure: Failure) -> bool:
    """Whether the header stood twice in just this spelling; repetitions in any other are joined in silence."""
    if not isinstance(failure.answer, Response):
        return False
    return sum(name == "Access-Control-Allow-Origin" for name, _ in failure.answer.headers) > 1


def _decoded(value: str) -> str:
    """A header's value as Firefox shows it: its bytes read as UTF-8."""
    return value.encode("latin-1", "replace").decode("utf-8", "replace")


def _redirected_preflight(failure: Failure, request: Request) -> _Lines:
    """The redirect is refused, and the answer is then checked once more, as one from where the redirect leads."""
    answer = failure.answer
    first = _blocked(failure.url, Refusal.PREFLIGHT_REDIRECT)
    if not isinstance(answer, Response):
        return (first,)
    if redirect_target(failure) is None:
        return (_blocked(failure.url, Refusal.PREFLIGHT_STATUS, answer.status), _did_not_succeed(failure.url))
    again = cors_check(answer.headers, _origin_beyond(failure, answer), _mode(request))
    second = (
        _reason(Failure(again.refusal, again.step, again.header, again.got, url=failure.url, answer=answer))
        if again
        else _blocked(failure.url, Refusal.PREFLIGHT_STATUS, answer.status)
    )
    return (first, second, _did_not_succeed(failure.url))


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
    told = line(shapes.MIXED_CONTENT, url=failure.url)
    if request.initiator in (Initiator.SCRIPT, Initiator.MODULE):
        return (told, line(shapes.SCRIPT_FAILED, url=failure.url))
    return (told, *_after_redirect(failure, request))


def _after_redirect(failure: Failure, request: Request) -> _Lines:
    """A redirect that was refused for where it leads leaves the request of the hop before it unfinished."""
    if not failure.redirected_from or request.mode is not Mode.CORS:
        return ()
    return (_did_not_succeed(failure.redirected_from),)


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
    return (_blocked(failure.url, Refusal.SCHEME_NOT_HTTP),)


def _redirect_scheme(failure: Failure, request: Request) -> _Lines:
    page = page_url(request) if request.initiator is Initiator.XHR else failure.url
    target = failure.got or ""
    scheme = target.partition(":")[0]
    ended = _did_not_succeed(failure.url)
    if scheme == "data":
        told = line(shapes.DATA_REDIRECT, about="data:", url=target)
    elif scheme == "file":
        told = line(shapes.MAY_NOT_LINK, page=page, url=target)
    elif scheme == "blob":
        told = line(shapes.SAME_ORIGIN_MODE, page=page, url=target)
    elif target.startswith(_VETOED):
        return (ended,)
    else:
        return (_blocked(target, Refusal.SCHEME_NOT_HTTP), ended)
    return (told, ended)


def _end_first(told: _Lines) -> _Lines:
    """After a preflight the channel's end is told before what another part of Firefox says of the redirect."""
    return told if told[0].source == shapes.REASONS[Refusal.SCHEME_NOT_HTTP].source else told[::-1]


def _was_preflighted(outcome: Outcome, failure: Failure) -> bool:
    sent = [exchange.request for exchange in outcome.exchanges]
    return any(wire.role is Role.PREFLIGHT and failure.request and wire.hop == failure.request.hop for wire in sent)


def _csp(failure: Failure, request: Request) -> _Lines:
    scheme = page_url(request).partition(":")[0]
    sources = " ".join(_with_scheme(source, scheme) for source in _decoded(failure.got or "").split(" "))
    return (line(shapes.CSP_VIOLATED, url=failure.url, value=sources), *_after_redirect(failure, request))


def _with_scheme(source: str, scheme: str) -> str:
    """A host of a policy as Firefox shows it: with the page's own scheme where it has none."""
    is_host = "." in source and "://" not in source and source[:1] != "'"
    return f"{scheme}://{source}" if is_host else source


def _integrity(failure: Failure, request: Request) -> _Lines:
    if request.mode is Mode.NO_CORS:
        return (line(shapes.NOT_ELIGIBLE, url=request.url.href if request.url else failure.url),)
    return (line(shapes.INTEGRITY, url=failure.url, value=(failure.got or "").partition("-")[2]),)


def _wrong_type(failure: Failure, _: Request) -> _Lines:
    told = line(shapes.WRONG_MODULE_TYPE, url=failure.url, value=failure.got or "")
    return (told, _did_not_succeed(failure.url))


def _quiet(_: Failure, __: Request) -> _Lines:
    return ()


def _ended(failure: Failure, request: Request) -> _Lines:
    """Within the page's own origin, and without CORS, nothing is said."""
    url = parse_url(failure.url)
    if request.mode is not Mode.CORS:
        return ()
    if url and same_origin(url.origin, request.page.origin) and not failure.redirected_from:
        return ()
    return (_did_not_succeed(failure.url),)


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
