"""How Chromium says a refusal."""

from __future__ import annotations

from collections.abc import Callable

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.browsers.messages import chromium_old as old
from cors_tui.browsers.messages import chromium_shapes as shapes
from cors_tui.browsers.messages.assembling import readings
from cors_tui.browsers.messages.chromium_elements import slow_network, with_status, wrong_type
from cors_tui.browsers.messages.chromium_insecure import insecure_but_sent, mixed_content
from cors_tui.browsers.messages.chromium_network import body_name, failed_name
from cors_tui.browsers.messages.chromium_policy import csp, policy_first
from cors_tui.browsers.messages.chromium_reasons import hint, reason
from cors_tui.browsers.messages.chromium_schemes import (
    KINDS,
    bad_port,
    net,
    no_cors_redirect_mode,
    redirect_mode_error,
    redirect_scheme,
    same_origin_mode,
    scheme,
)
from cors_tui.browsers.messages.lines import (
    line,
    page_origin,
    page_url,
    prints_nothing,
    redirect_target,
)
from cors_tui.browsers.messages.network_errors import FAILED, find_answered, find_named
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.standards.origin import same_origin
from cors_tui.standards.request import Mode, Request
from cors_tui.standards.response import NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Failure, Outcome, Refusal, ResponseType

_SHAPES = (
    shapes.BLOCKED,
    shapes.PREFLIGHT,
    *shapes.REASONS.values(),
    *shapes.WHOLE_LINES,
    shapes.FAILED_WITH_STATUS,
    *old.SHAPES,
)
_FINDERS = (*(shape.find for shape in _SHAPES), find_named, find_answered)

_CHECKED_IN_PREFLIGHT = frozenset(
    {
        Refusal.ALLOW_ORIGIN_MISSING,
        Refusal.ALLOW_ORIGIN_MULTIPLE,
        Refusal.ALLOW_ORIGIN_INVALID,
        Refusal.ALLOW_ORIGIN_MISMATCH,
        Refusal.ALLOW_ORIGIN_WILDCARD,
        Refusal.ALLOW_CREDENTIALS,
        Refusal.PREFLIGHT_STATUS,
        Refusal.PREFLIGHT_REDIRECT,
    }
)


_NETWORK_NAMES = {
    Refusal.REDIRECT_TOO_MANY: "ERR_TOO_MANY_REDIRECTS",
    Refusal.ONLY_IF_CACHED: "ERR_CACHE_MISS",
    Refusal.URL_INVALID: "ERR_INVALID_URL",
}


def read(text: str) -> tuple[Reading, ...]:
    """The failures that `text` reports in Chromium's words."""
    return readings(Pasted.of(text), "chromium", _FINDERS)


def write(outcome: Outcome, request: Request) -> tuple[ConsoleLine, ...]:
    """The lines of the console for `outcome`."""
    failure = outcome.failure
    if failure is not None and prints_nothing(failure):
        return ()
    told = _refused(failure, request) if failure else _answered(outcome)
    return (*insecure_but_sent(outcome, request), *slow_network(outcome, request), *told)


def _refused(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    against = policy_first(failure, request)
    return csp(against, request) if against else _WRITERS.get(failure.refusal, _blocked)(failure, request)


def _answered(outcome: Outcome) -> tuple[ConsoleLine, ...]:
    """A response with an error status is a line of its own, and so is a body that was cut off."""
    response = outcome.response
    return () if response is None or outcome.type is ResponseType.OPAQUE_REDIRECT else _given(response)


def _given(response: Response) -> tuple[ConsoleLine, ...]:
    lines = []
    if response.status >= 400:
        lines.append(_status(response))
    if name := body_name(response):
        lines.append(net(name))
    return tuple(lines)


def _status(response: Response) -> ConsoleLine:
    return line(shapes.FAILED_WITH_STATUS, status=response.status, reason=response.reason)


def _blocked(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    """*Blocked by CORS policy*, and the network's own word for it."""
    if failure.refusal not in shapes.REASONS:
        return (net(_NETWORK_NAMES.get(failure.refusal, FAILED)),)
    frame = shapes.BLOCKED.fill(
        kind=KINDS.get(request.initiator, "script"),
        url=failure.url,
        redirected_from=failure.redirected_from or None,
        origin=page_origin(request),
    )
    preflight = failure.in_preflight and failure.refusal in _CHECKED_IN_PREFLIGHT
    text = frame + (shapes.PREFLIGHT.fill() if preflight else "") + reason(failure) + hint(failure, request)
    return (ConsoleLine(text, shapes.BLOCKED.source), net(FAILED))


def _redirect_credentials(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    """Within the page's own origin, and without CORS, it is refused without a word."""
    target = parse_url(failure.got or redirect_target(failure) or failure.url, failure.url)
    stays = target is not None and same_origin(target.origin, request.page.origin)
    if request.mode is Mode.SAME_ORIGIN and not stays:
        return (line(shapes.UNSAFE_ATTEMPT, url=failure.got, page=page_url(request)),)
    left = parse_url(failure.url)
    at_home = stays and left is not None and same_origin(left.origin, request.page.origin)
    if at_home and not failure.got:
        return redirect_mode_error(failure, request)
    return () if request.mode is not Mode.CORS or at_home else _blocked(failure, request)


def _integrity(failure: Failure, request: Request) -> tuple[ConsoleLine, ...]:
    kind, _, digest = (failure.got or "").partition("-")
    told = line(shapes.NO_VALID_DIGEST, url=failure.url, about=kind.upper().replace("SHA", "SHA-"), value=digest)
    if failure.about == "opaque":
        told = line(shapes.NOT_ELIGIBLE, url=failure.url)
    status = failure.answer.status if isinstance(failure.answer, Response) else 0
    answered = (_status(failure.answer),) if isinstance(failure.answer, Response) and status >= 400 else ()
    asked = request.url.href if request.url else failure.url
    return (*answered, told, line(shapes.INTEGRITY_FAILED, url=asked))


def _corp(failure: Failure, _: Request) -> tuple[ConsoleLine, ...]:
    if failure.got not in ("same-origin", "same-site"):
        return (net("ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep"),)
    same_site = "NotSameSite" if failure.got == "same-site" else "NotSameOrigin"
    return (net(f"ERR_BLOCKED_BY_RESPONSE.{same_site}"),)


def _network(failure: Failure, _: Request) -> tuple[ConsoleLine, ...]:
    answer = failure.answer
    if isinstance(answer, Response):
        return _given(answer)
    error = answer or NetworkError(NetworkFailure.CLOSED_WITHOUT_ANSWER)
    return (net(failed_name(error, over_tls=failure.url.startswith("https:"))),)


def _response_invalid(failure: Failure, _: Request) -> tuple[ConsoleLine, ...]:
    if failure.about == "proxy-auth" or not isinstance(failure.answer, Response):
        return (net("ERR_UNEXPECTED_PROXY_AUTH" if failure.status == 407 else "ERR_INVALID_HTTP_RESPONSE"),)
    return _given(failure.answer)


def _location_invalid(failure: Failure, _: Request) -> tuple[ConsoleLine, ...]:
    if isinstance(failure.answer, NetworkError):
        return _network(failure, _)
    return (net("ERR_INVALID_REDIRECT"),)


_WRITERS: dict[Refusal, Callable[[Failure, Request], tuple[ConsoleLine, ...]]] = {
    Refusal.BAD_PORT: bad_port,
    Refusal.KEEPALIVE_BODY_TOO_LONG: lambda _, __: (),
    Refusal.MIXED_CONTENT: mixed_content,
    Refusal.SAME_ORIGIN_MODE: same_origin_mode,
    Refusal.NO_CORS_REDIRECT_MODE: no_cors_redirect_mode,
    Refusal.REDIRECT_SAME_ORIGIN_MODE: lambda failure, request: (
        line(shapes.UNSAFE_ATTEMPT, url=failure.url, page=page_url(request)),
    ),
    Refusal.REDIRECT_MODE_ERROR: redirect_mode_error,
    Refusal.REDIRECT_SCHEME: redirect_scheme,
    Refusal.REDIRECT_HAS_CREDENTIALS: _redirect_credentials,
    Refusal.SCHEME_NOT_HTTP: scheme,
    Refusal.CSP_CONNECT_SRC: csp,
    Refusal.INTEGRITY: _integrity,
    Refusal.WRONG_TYPE: wrong_type,
    Refusal.STATUS_NOT_OK: lambda failure, _: with_status(failure),
    Refusal.OPAQUE_RESPONSE_BLOCKED: lambda _, __: (),
    Refusal.CORP: _corp,
    Refusal.NETWORK: _network,
    Refusal.RESPONSE_INVALID: _response_invalid,
    Refusal.REDIRECT_LOCATION_INVALID: _location_invalid,
}
