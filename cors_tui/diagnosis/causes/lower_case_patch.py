"""`patch` in lower case is not PATCH."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows_all_of,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    exchange, response = facts.preflight, look.preflight(facts)
    if exchange is None or response is None or not look.blocked(facts):
        return None
    method = exchange.request.headers.get("access-control-request-method") or ""
    listed = look.elements(response, look.ALLOW_METHODS)
    if method in listed or method == method.upper() or method.upper() not in listed:
        return None
    says = f"The page sends `{method}`, the server allows `{method.upper()}`, and methods are compared with their case."
    sent = look.asked(exchange, "Access-Control-Request-Method", "what the page wrote")
    return CAUSE.found(Certainty.PROVEN, says, sent, look.header(exchange, look.ALLOW_METHODS, "what is allowed"))


def _example() -> Facts:
    return facts(call("patch"), preflight=answer(204, *allows_all_of()))


CAUSE = Cause(
    name="lower-case-patch",
    title="The method is written in lower case (patch)",
    group=Group.NAMES,
    remedies=(Remedy.CHANGE_REQUEST,),
    happened="The page's code says `method: 'patch'`. Browsers send that exactly as it is written.",
    why="fetch turns get, post, put, delete, head and options into capitals, and nothing else. `patch` is not `PATCH`.",
    change="Write `method: 'PATCH'`.",
    expert="Normalisation covers DELETE, GET, HEAD, OPTIONS, POST, PUT only; Allow-Methods is compared byte by byte.",
    symptoms=("Method patch is not allowed by Access-Control-Allow-Methods in preflight response",),
    outranks=("method-not-allowed",),
    rate=1.0,
    sources=("https://fetch.spec.whatwg.org/#concept-method-normalize",),
    detect=_detect,
    example=_example,
)
