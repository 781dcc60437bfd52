"""The gateway's authorizer refuses, without CORS headers."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows_all_of,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.request import Role


def _detect(facts: Facts) -> Finding | None:
    matched = signatures.first_match("gateway-refuses", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    if exchange.request.role is Role.PREFLIGHT:
        return None
    says = f"{row.product} refuses before your code runs: {row.means}."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the gateway's answer"), evidence)


def _example() -> Facts:
    url = "https://abc123.execute-api.us-east-1.amazonaws.com/prod/users"
    refused = answer(401, "x-amzn-errortype: UnauthorizedException", body='{"message":"Unauthorized"}')
    asked = call("GET", "Authorization: Bearer t", url=url)
    return facts(asked, preflight=answer(204, *allows_all_of()), actual=refused)


CAUSE = Cause(
    name="gateway-refuses",
    title="The gateway's authorizer refuses without CORS headers",
    group=Group.PLATFORM,
    remedies=(Remedy.KEEP_ON_ERRORS, Remedy.CHANGE_REQUEST),
    happened="The cloud gateway checks a token or a key before your function, and says no.",
    why="Its 401 or 403 carries no CORS headers, so the page sees CORS instead of 'not signed in'.",
    change="Send a valid token or key; take the authorizer and the key requirement off OPTIONS. Add the CORS headers "
    "to the gateway's own errors.",
    expert="REST APIs: GatewayResponses DEFAULT_4XX and DEFAULT_5XX with "
    "gatewayresponse.header.Access-Control-Allow-Origin. HTTP APIs with CORS configured do it themselves.",
    symptoms=(
        "x-amzn-errortype: UnauthorizedException",
        "net::ERR_FAILED 401 at execute-api",
        '{"message":"Forbidden"}',
    ),
    outranks=("auth-before-cors", "no-allow-origin", "error-without-headers"),
    rate=2.0,
    detect=_detect,
    example=_example,
)
