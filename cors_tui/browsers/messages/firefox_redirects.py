"""What Firefox says of a redirect that it does not follow."""

from __future__ import annotations

import re
from dataclasses import replace

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import firefox_shapes as shapes
from cors_tui.browsers.messages.firefox_reasons import blocked, decoded, did_not_succeed, reason
from cors_tui.browsers.messages.lines import line, page_url, redirect_target
from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.csp import csp_failure
from cors_tui.standards.departures import Departure
from cors_tui.standards.mixed_content import is_trustworthy, prohibits_mixed_content
from cors_tui.standards.origin import same_origin
from cors_tui.standards.redirect import location_text
from cors_tui.standards.request import Initiator, Mode, RedirectMode, Request, Role
from cors_tui.standards.response import Response
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Failure, Outcome, Refusal

_Lines = tuple[ConsoleLine, ...]

_VETOED = ("javascript", "about", "ws", "wss", "chrome", "resource", "moz-extension")
"""Schemes a redirect to which ends the channel without a word of its own."""

_SCHEME_AND_HOST = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/]*")

_AS_KEPT = frozenset({Departure.LOCATION_BYTES_KEPT})


def before_check(failure: Failure, request: Request) -> _Lines | None:
    """What ends a redirect before its Access-Control-Allow-Origin is looked at: what is said of that, perhaps nothing.

    None where the check comes first, or there is no redirect.
    """
    target = redirect_target(failure)
    return None if target is None else told_of(target, failure, request)


def told_of(target: str, failure: Failure, request: Request) -> _Lines | None:
    """The same for a redirect to `target`."""
    leads_to = parse_url(location_text(target, _AS_KEPT), failure.url)
    if leads_to is not None and leads_to.without_fragment == "about:blank":
        return None
    if leads_to is None or leads_to.scheme in _VETOED:
        return ()
    if leads_to.scheme == "data":
        return (line(shapes.DATA_REDIRECT, about="data:", url=_cut(target, 50, "...")),)
    if request.mode is Mode.SAME_ORIGIN and not same_origin(leads_to.origin, request.page.origin):
        return same_origin_mode(leads_to.href, request)
    told_by_page = request.initiator is Initiator.XHR or request.mode is not Mode.CORS
    page = page_url(request) if told_by_page else failure.url
    if leads_to.scheme in ("file", "view-source"):
        return (line(shapes.MAY_NOT_LINK, page=page, url=leads_to.href),)
    if leads_to.scheme == "blob":
        return (line(shapes.SAME_ORIGIN_MODE, page=page, url=target),)
    return _against_page(leads_to, request)


def _against_page(leads_to: Url, request: Request) -> _Lines | None:
    """What the page has against a redirect's target: its policy, and mixed content.

    A request that may outlive its page is stopped for mixed content without a word: no console is told of it.
    """
    against = csp_failure(request, leads_to, 1)
    if against is not None:
        return (csp_line(leads_to.href, against.got or "", request),)
    if leads_to.scheme == "http" and prohibits_mixed_content(request.page) and not is_trustworthy(leads_to):
        return () if request.keepalive else (line(shapes.MIXED_CONTENT, url=leads_to.href),)
    return None


def csp_line(url: str, directive: str, request: Request) -> ConsoleLine:
    """A URL against the page's `directive`; of a ``data:`` URL the beginning is shown."""
    shown = _cut(url, 40, "…") if url.startswith("data:") else url
    scheme = page_url(request).partition(":")[0]
    sources = " ".join(_with_scheme(source, scheme) for source in decoded(directive).split(" "))
    return line(shapes.CSP_VIOLATED, url=shown, value=sources)


def _cut(text: str, most: int, more: str) -> str:
    return text if len(text) <= most else text[:most] + more


def _with_scheme(source: str, scheme: str) -> str:
    """A host of a policy as Firefox shows it: with the page's own scheme where it has none."""
    is_host = "." in source and "://" not in source and source[:1] != "'"
    if is_host:
        return f"{scheme}://{source}".lower()
    return source if source[:1] == "'" else _SCHEME_AND_HOST.sub(lambda found: found[0].lower(), source)


def with_end(told: _Lines, ended: _Lines, request: Request) -> _Lines:
    """What is said of a redirect, and the end of its channel; the policy of a page that may be gone comes last."""
    late = request.keepalive and any(each.source == shapes.CSP_VIOLATED.source for each in told)
    return (*ended, *told) if late else (*told, *ended)


def refused(failure: Failure, request: Request) -> _Lines:
    """The reason; after a preflight and at a redirect the end of its channel is told as well."""
    target = redirect_target(failure)
    ended = (did_not_succeed(failure.url),)
    if target is None or request.redirect_mode is not RedirectMode.FOLLOW:
        return (reason(failure), *(ended if failure.in_preflight else ()))
    early = before_check(failure, request)
    if failure.in_preflight:
        return (*((reason(failure),) if early is None else early), *ended * 2)
    return with_end((reason(failure),) if early is None else early, ended, request)


def redirected_preflight(failure: Failure, request: Request) -> _Lines:
    """The redirect is refused, and the answer is then checked once more, as one from where the redirect leads.

    Where the request itself follows no redirect, its preflight has a status like any other.
    """
    answer, ended = failure.answer, did_not_succeed(failure.url)
    if request.redirect_mode is not RedirectMode.FOLLOW:
        return (blocked(failure.url, Refusal.PREFLIGHT_STATUS, failure.status), ended)
    first = blocked(failure.url, Refusal.PREFLIGHT_REDIRECT)
    if not isinstance(answer, Response):
        return (first,)
    early = before_check(failure, request)
    target = parse_url(answer.headers.get("location") or "", failure.url)
    if early is not None or target is None or not _may_be_followed(target):
        return (*(early or ()), ended, ended)
    again = cors_check(answer.headers, _origin_beyond(failure, target), request.credentials_mode)
    second = (
        reason(Failure(again.refusal, again.step, again.header, again.got, url=failure.url, answer=answer))
        if again
        else blocked(failure.url, Refusal.PREFLIGHT_STATUS, answer.status)
    )
    return (first, second, ended)


def _may_be_followed(target: Url) -> bool:
    return target.is_http and not target.includes_credentials


def _origin_beyond(failure: Failure, target: Url) -> str:
    """The origin of the request as it would follow the redirect: ``null`` when that leaves the API's own origin."""
    here = parse_url(failure.url)
    stays = here is not None and here.origin == target.origin
    return failure.request_origin if stays else "null"


def redirect_scheme(failure: Failure, request: Request) -> _Lines:
    """A redirect to another scheme than http(s)."""
    target = failure.got or ""
    early = told_of(target, failure, request)
    if early is None and (request.mode is Mode.NO_CORS or target.startswith("about:")):
        return ended(failure, request)
    told = (blocked(target, Refusal.SCHEME_NOT_HTTP),) if early is None else early
    return with_end(told, ended(failure, request), request)


def same_origin_mode(url: str, request: Request) -> _Lines:
    """A page that asked for its own origin alone is told what it may not load."""
    return (line(shapes.SAME_ORIGIN_MODE, page=principal(request), url=url),)


def principal(request: Request) -> str:
    """The page as Firefox names it: by its URL, and one of an opaque origin by an identity that nothing else has."""
    page = page_url(request)
    if not request.page.origin.is_opaque:
        return page
    return f"moz-nullprincipal:{{{shapes.NULL_PRINCIPAL}}}?{page.removesuffix('/')}"


def redirect_credentials(failure: Failure, request: Request) -> _Lines:
    """A redirect to a URL with a user and password in it, away from the page's origin."""
    told = told_of(failure.got, failure, request) if failure.got else None
    if request.mode is not Mode.CORS:
        return told or ()
    return (did_not_succeed(failure.url),) if told is None else with_end(told, ended(failure, request), request)


def after_redirect(failure: Failure, request: Request) -> _Lines:
    """A redirect that was refused for where it leads leaves the request of the hop before it unfinished."""
    before = parse_url(failure.redirected_from)
    if before is None or request.mode is not Mode.CORS or same_origin(before.origin, request.page.origin):
        return ()
    return (did_not_succeed(before.href),)


def ended(failure: Failure, request: Request) -> _Lines:
    """The end of a channel. Within the page's own origin, and without CORS, nothing is said."""
    if request.mode is not Mode.CORS:
        return ()
    ends = (parse_url(failure.url), parse_url(failure.redirected_from or failure.url))
    if all(url and same_origin(url.origin, request.page.origin) for url in ends):
        return ()
    return (did_not_succeed(failure.url),)


def since_last_hop(failure: Failure, outcome: Outcome) -> Failure:
    """A redirect is told by the hop that it left, not by the URL that was asked for."""
    if not failure.redirected_from or not outcome.exchanges:
        return failure
    return replace(failure, redirected_from=outcome.exchanges[-1].request.url.href)


def end_first(told: _Lines) -> _Lines:
    """After a preflight the channel's end is told before what another part of Firefox says of the redirect."""
    unrelated = told[:1] and "blob:" not in told[0].text and told[0].source in (shapes.DATA_REDIRECT.source, "SOP")
    return told[::-1] if unrelated else told


def was_preflighted(outcome: Outcome, failure: Failure) -> bool:
    """Whether the hop that failed had a preflight of its own."""
    sent = [exchange.request for exchange in outcome.exchanges]
    return any(wire.role is Role.PREFLIGHT and failure.request and wire.hop == failure.request.hop for wire in sent)
