"""The server waits for a cookie that the page does not send."""

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
    exchange = facts.actual
    if exchange is None or exchange.response is None or not look.allowed(facts) or look.with_credentials(facts):
        return None
    response = exchange.response
    if response.status not in (401, 403) or response.headers.get(look.ALLOW_CREDENTIALS) != "true":
        return None
    if "authorization" in facts.case.call.headers:
        return None
    says = f"The answer is {response.status}: the server takes credentials, and the page does not send any."
    offered = look.header(exchange, look.ALLOW_CREDENTIALS, "the server would take them")
    mode = look.written("credentials", facts.case.call.credentials.value, "no cookies for another origin")
    return CAUSE.found(Certainty.LIKELY, says, look.status(exchange, "not signed in"), offered, mode)


def _example() -> Facts:
    return facts(call(), actual=answer(401, *allows(), "Access-Control-Allow-Credentials: true"))


CAUSE = Cause(
    name="credentials-mode-missing",
    title="The page does not send its cookies (credentials: 'include')",
    group=Group.COOKIES,
    remedies=(Remedy.CHANGE_CREDENTIALS,),
    happened="CORS is fine: the page can read the answer. It is a 401, because no cookie came with the request.",
    why="fetch sends cookies to another origin only with `credentials: 'include'` (axios: `withCredentials: true`).",
    change="Add `credentials: 'include'` to the call, also to the one that signs in: without it its Set-Cookie is "
    "ignored.",
    expert="A bearer token in a header needs no credentials mode.",
    symptoms=("Cookies not sent", "401 although signed in"),
    outranks=("auth-before-cors",),
    rate=2.0,
    sources=("https://fetch.spec.whatwg.org/#concept-request-credentials-mode",),
    detect=_detect,
    example=_example,
)
