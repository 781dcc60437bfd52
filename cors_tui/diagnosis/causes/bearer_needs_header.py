"""Credentials are switched on for a bearer token, and Authorization is not allowed."""

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


def _detect(facts: Facts) -> Finding | None:
    exchange = facts.preflight
    if exchange is None or not look.with_credentials(facts) or not look.blocked(facts):
        return None
    if not look.is_ok(exchange.response) or not look.lets_in(facts, exchange.response):
        return None
    if "authorization" not in look.not_listed_headers(facts):
        return None
    says = "The token travels in the Authorization header: it needs to be allowed by name, not credentials."
    sent = look.asked(exchange, look.REQUEST_HEADERS, "what the browser asks for")
    mode = look.written("credentials", facts.case.call.credentials.value, "about cookies, not about this header")
    return CAUSE.found(Certainty.PROVEN, says, sent, mode)


def _example() -> Facts:
    allowed = (*allows(), "Access-Control-Allow-Credentials: true", "Access-Control-Allow-Headers: content-type")
    asked = call("GET", "Authorization: Bearer t", cookies=True)
    return facts(asked, preflight=answer(204, *allowed), actual=answer(200, *allowed))


CAUSE = Cause(
    name="bearer-needs-header",
    title="A bearer token needs an allowed header, not credentials",
    group=Group.NAMES,
    remedies=(Remedy.SEND_POLICY, Remedy.CHANGE_CREDENTIALS),
    happened="The page sends a token in the Authorization header, and credentials were switched on for it.",
    why="`credentials: 'include'` is about cookies. A header the page sets itself needs its name in "
    "Access-Control-Allow-Headers.",
    change="Add Authorization to the allowed headers, and leave `credentials: 'include'` out unless you need cookies.",
    expert="Without credentials `Access-Control-Allow-Origin: *` is possible, and no Allow-Credentials is needed.",
    symptoms=("Request header field authorization is not allowed by Access-Control-Allow-Headers",),
    outranks=("header-not-allowed",),
    rate=1.5,
    detect=_detect,
    example=_example,
)
