"""Firefox's *Cross-Origin Request Blocked* and the reason in its brackets."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import firefox_shapes as shapes
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Failure, Refusal

_WITH_STATUS = frozenset({Refusal.ALLOW_ORIGIN_MISSING, Refusal.PREFLIGHT_STATUS})

_NEEDS_NO_LISTING = ("GET", "HEAD", "POST")


def blocked(url: str, refusal: Refusal, status: object = None, **slots: object) -> ConsoleLine:
    """*Cross-Origin Request Blocked*, with its reason; `status` only where the reason has one."""
    frame = shapes.BLOCKED_QUOTED if refusal is Refusal.ALLOW_ORIGIN_WILDCARD else shapes.BLOCKED
    template = shapes.REASONS[refusal]
    code = "" if status is None else f" {shapes.STATUS.fill(status=status)}."
    # One reason's shape holds the closing bracket: its value may end in any quote, and only the bracket tells.
    told = template.fill(**slots).removesuffix(")")
    return ConsoleLine(f"{frame.fill(url=url)}(Reason: {told}).{code}", template.source)


def did_not_succeed(url: str) -> ConsoleLine:
    """The line that ends a channel and says nothing more."""
    return blocked(url, Refusal.NETWORK, "(null)")


def reason(failure: Failure) -> ConsoleLine:
    """The line that names why: Firefox tells some faults apart that others do not, and joins some that others tell."""
    refusal = failure.refusal
    several = _stands_twice(failure)
    if refusal is Refusal.ALLOW_HEADERS_INVALID and not _lists_method(failure):
        refusal = Refusal.METHOD_NOT_ALLOWED
    if refusal is Refusal.ALLOW_ORIGIN_INVALID or (refusal is Refusal.ALLOW_ORIGIN_MULTIPLE and not several):
        refusal = Refusal.ALLOW_ORIGIN_MISMATCH
    elif refusal is Refusal.ALLOW_ORIGIN_MISMATCH and several:
        refusal = Refusal.ALLOW_ORIGIN_MULTIPLE
    status = failure.status if refusal in _WITH_STATUS else None
    return blocked(failure.url, refusal, status, value=decoded(failure.got or ""), about=decoded(failure.about))


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


def decoded(value: str) -> str:
    """A header's value as Firefox shows it: its bytes read as UTF-8."""
    return value.encode("latin-1", "replace").decode("utf-8", "replace")
