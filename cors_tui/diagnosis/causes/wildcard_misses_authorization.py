"""`*` in Access-Control-Allow-Headers does not cover Authorization."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Refusal


def _detect(facts: Facts) -> Finding | None:
    exchange, response = facts.preflight, look.preflight(facts)
    if exchange is None or not look.is_ok(response) or look.with_credentials(facts):
        return None
    wanted = (exchange.request.headers.get(look.REQUEST_HEADERS) or "").split(",")
    listed = [name.lower() for name in look.elements(response, look.ALLOW_HEADERS)]
    if "authorization" not in wanted or "*" not in listed or "authorization" in listed:
        return None
    if not look.refused_with(facts, Refusal.HEADER_NOT_ALLOWED) and "not covered" not in look.pasted_text(facts):
        return None
    says = f"{look.ALLOW_HEADERS} is `*`, and that covers every header but Authorization."
    sent = look.asked(exchange, look.REQUEST_HEADERS, "what the browser asks for")
    return CAUSE.found(Certainty.PROVEN, says, look.header(exchange, look.ALLOW_HEADERS, "the wildcard"), sent)


def _example() -> Facts:
    everything = (*allows("*"), "Access-Control-Allow-Headers: *")
    return facts(
        call("GET", "Authorization: Bearer t"),
        preflight=answer(204, *everything),
        actual=answer(200, *allows("*")),
        pasted=["When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered."],
    )


CAUSE = Cause(
    name="wildcard-misses-authorization",
    title="`*` does not cover Authorization",
    group=Group.NAMES,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server allows all headers with `*`, and the page sends Authorization.",
    why="The standard leaves Authorization out of the wildcard: it has to be named.",
    change="List Authorization by name, beside `*` or instead of it.",
    expert="Today's engines still let `*` cover it and warn; do not rely on that.",
    symptoms=("When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered",),
    outranks=("header-not-allowed",),
    rate=1.0,
    sources=("https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name",),
    detect=_detect,
    example=_example,
)
