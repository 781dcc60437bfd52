"""The platform answers OPTIONS; the function's own answer has no headers."""

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

_MARKS = ("x-amzn-requestid", "x-amz-apigw-id", "apigw-requestid", "x-amzn-trace-id", "x-vercel-id", "x-azure-ref")


def _detect(facts: Facts) -> Finding | None:
    exchange, before = facts.actual, facts.preflight
    if exchange is None or before is None or exchange.response is None or not look.blocked(facts):
        return None
    if (
        not look.lets_in(facts, before.response)
        or not look.is_ok(exchange.response)
        or not look.bare(exchange.response)
    ):
        return None
    mark = next((name for name in _MARKS if name in exchange.response.headers), None)
    if mark is None:
        return None
    says = "The platform answers the preflight for you, and your function's own answer has no CORS headers."
    who = look.header(exchange, mark, "a function behind a gateway")
    right = look.header(before, look.ALLOW_ORIGIN, "the preflight has it")
    return CAUSE.found(Certainty.PROVEN, says, look.lacks(exchange, look.ALLOW_ORIGIN), right, who)


def _example() -> Facts:
    function = answer(200, "x-amzn-RequestId: 1-2-3", body="{}")
    return facts(call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=function)


CAUSE = Cause(
    name="platform-answers-preflight-only",
    title="The platform answers only the preflight",
    group=Group.PLATFORM,
    remedies=(Remedy.SEND_POLICY,),
    happened="CORS was switched on at the gateway, which takes care of OPTIONS. The real answer comes from your "
    "function, and it sends no CORS headers.",
    why="Both answers need Access-Control-Allow-Origin.",
    change="Return the headers from the function as well (with a Lambda proxy integration the function owns its whole "
    "answer), errors included.",
    expert="API Gateway REST with proxy integration: `defaultCorsPreflightOptions` creates OPTIONS only.",
    symptoms=("OPTIONS 200, GET has no Access-Control-Allow-Origin", "Lambda works in Postman"),
    outranks=("route-before-middleware", "no-allow-origin"),
    rate=1.5,
    detect=_detect,
    example=_example,
)
