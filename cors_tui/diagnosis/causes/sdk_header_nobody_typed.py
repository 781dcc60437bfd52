"""The header that is not allowed was added by a library."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    exchange, response = facts.preflight, look.preflight(facts)
    if exchange is None or response is None or not look.blocked(facts):
        return None
    fewer = facts.seen(experiments.FEWER_HEADERS)
    refused = bool(fewer) and look.is_ok(fewer[0].response) and not look.is_ok(response)
    if not refused and not (look.is_ok(response) and look.lets_in(facts, response)):
        return None
    missing = look.not_listed_headers(facts)
    known = next((name for name in missing if signatures.nobody_typed(name)), None)
    if known is None:
        return None
    who = signatures.nobody_typed(known)
    says = f"The header `{known}` is not allowed by the server, and most likely you did not write it: {who} adds it."
    sent = look.asked(exchange, look.REQUEST_HEADERS, "what is asked for")
    return CAUSE.found(Certainty.LIKELY, says, sent, *_answer(exchange, response))


def _answer(exchange: Exchange, response: Response) -> tuple[Evidence, ...]:
    if look.ALLOW_HEADERS in response.headers:
        return (look.header(exchange, look.ALLOW_HEADERS, "the headers the server allows"),)
    return (look.lacks(exchange, look.ALLOW_HEADERS),)


def _example() -> Facts:
    listed = (*allows(), "Access-Control-Allow-Headers: content-type")
    traced = call("GET", "sentry-trace: 1-2-1", "baggage: a=b")
    return facts(traced, preflight=answer(204, *listed), actual=answer(200, *allows()))


CAUSE = Cause(
    name="sdk-header-nobody-typed",
    title="A library adds a header that the server does not allow",
    group=Group.NAMES,
    remedies=(Remedy.SEND_POLICY, Remedy.CHANGE_REQUEST),
    happened="A library in the page (tracing, analytics, an API client) puts a header of its own on every request.",
    why="The browser must ask permission for it, and the server does not know the name.",
    change="If the API is yours, allow the header there. If it is not, tell the library which hosts it may mark.",
    expert="Sentry tracePropagationTargets, Application Insights correlationHeaderExcludedDomains, Datadog "
    "allowedTracingUrls, axios defaults.headers.common.",
    symptoms=(
        "Request header field baggage is not allowed by Access-Control-Allow-Headers",
        "traceparent",
        "sentry-trace",
    ),
    needs=(experiments.FEWER_HEADERS,),
    outranks=("header-not-allowed", "options-not-handled"),
    rate=2.0,
    detect=_detect,
    example=_example,
)
