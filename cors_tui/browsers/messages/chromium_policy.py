"""Where Chromium looks at the page's policy before it looks at anything else, and where something comes before that.

Measured with every scheme, mode and place of a redirect, on a page that may connect to its own origin alone.
"""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import chromium_shapes as shapes
from cors_tui.browsers.messages.chromium_schemes import LOCAL, UNSAFE_TARGETS, is_own_blob, scheme
from cors_tui.browsers.messages.lines import against_policy, line, page_url
from cors_tui.standards.request import Initiator, Mode, Request
from cors_tui.standards.verdict import Failure, Refusal

_NOT_SENT = frozenset(
    {
        Refusal.NO_CORS_REDIRECT_MODE,
        Refusal.SAME_ORIGIN_MODE,
        Refusal.BAD_PORT,
        Refusal.MIXED_CONTENT,
        Refusal.SCHEME_NOT_HTTP,
    }
)
_NOT_FOLLOWED = frozenset({Refusal.REDIRECT_SCHEME, Refusal.REDIRECT_HAS_CREDENTIALS})
_LOCAL = tuple(f"{scheme}:" for scheme in ("file", "ftp", *LOCAL))
_OF_STAR = ("http", "https", "ws", "wss")
_TOLD_FIRST = (*UNSAFE_TARGETS, "view-source:")


def policy_first(failure: Failure, request: Request) -> Failure | None:
    """What the page's policy has against a request that is refused for something else as well; None where it has
    nothing, or is not looked at before that.
    """
    led = failure.refusal in _NOT_FOLLOWED
    if not led and failure.refusal not in _NOT_SENT:
        return None
    if failure.refusal is Refusal.REDIRECT_HAS_CREDENTIALS and request.mode is not Mode.NO_CORS:
        return None
    url = (failure.got or "") if led else failure.url
    led = led or bool(failure.redirected_from)
    if (request.mode is Mode.SAME_ORIGIN or url.startswith(_TOLD_FIRST)) if led else _is_local(url, request):
        return None
    return against_policy(url, failure.redirected_from or (failure.url if led else ""), request)


def csp(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    """A request, or where a redirect leads, against the page's policy."""
    if failure.redirected_from and request.mode is Mode.SAME_ORIGIN:
        return (line(shapes.UNSAFE_ATTEMPT, url=failure.url, page=page_url(request)),)
    if not failure.redirected_from and _is_local(failure.url, request):
        return scheme(failure, request)
    by_fallback = failure.about == "default-src" and _connects(request)
    shape = shapes.CSP_VIOLATED_BY_FALLBACK if by_fallback else shapes.CSP_VIOLATED
    scheme_of = failure.url.partition(":")[0]
    by_star = "*" in (failure.got or "").split() and scheme_of not in _OF_STAR
    violated = line(shape, url=failure.url, value=failure.got or "", about=scheme_of if by_star else None)
    quiet = failure.redirected_from or request.initiator is not Initiator.FETCH
    return (violated,) if quiet else (violated, line(shapes.CSP_REFUSED, url=failure.url))


def _is_local(url: str, request: Request) -> bool:
    """Whether XMLHttpRequest is told of the URL's scheme before the policy is looked at."""
    return request.initiator is Initiator.XHR and url.startswith(_LOCAL) and not is_own_blob(url, request)


def _connects(request: Request) -> bool:
    return request.initiator in (Initiator.FETCH, Initiator.XHR, Initiator.EVENT_SOURCE)
