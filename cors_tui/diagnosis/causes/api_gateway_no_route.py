"""API Gateway has no such route, or no OPTIONS on it."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    JSON,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    matched = signatures.first_match("api-gateway-no-route", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"{row.product} answers {look.where(exchange)} itself: {row.means}."
    return CAUSE.found(Certainty.PROVEN, says, evidence, look.status(exchange, "the gateway's answer"))


def _example() -> Facts:
    url = "https://abc123.execute-api.us-east-1.amazonaws.com/prod/users"
    missing = answer(
        403, "x-amzn-errortype: MissingAuthenticationTokenException", body='{"message":"Missing Authentication Token"}'
    )
    return facts(call("POST", JSON, url=url, body="{}"), preflight=missing)


CAUSE = Cause(
    name="api-gateway-no-route",
    title="API Gateway has no such route",
    group=Group.PLATFORM,
    remedies=(Remedy.CHANGE_URL, Remedy.ANSWER_PREFLIGHT),
    happened="Amazon's API Gateway does not know this path or method. `Missing Authentication Token` means just that, "
    "and nothing about tokens.",
    why="The gateway's own errors carry no CORS headers, and no code of yours runs.",
    change="Check stage and path in the URL, create the route (and OPTIONS on it), then deploy the API: changes do "
    "nothing before.",
    expert="REST APIs answer 403, HTTP APIs 404 `Not Found` with apigw-requestid. For a REST API set the headers on "
    "DEFAULT_4XX and DEFAULT_5XX too.",
    symptoms=("Missing Authentication Token", "403 on OPTIONS at execute-api"),
    outranks=("auth-before-cors", "not-found-404", "options-not-handled", "gateway-refuses", "no-allow-origin"),
    rate=1.5,
    detect=_detect,
    example=_example,
)
