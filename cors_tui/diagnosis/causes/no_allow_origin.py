"""The server sends no Access-Control-Allow-Origin at all."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    answers = look.answers(facts)
    if not look.blocked(facts) or not answers or not all(_says_nothing(exchange) for exchange in answers):
        return None
    stuck = answers[0]
    says = f"The server answers {look.where(stuck)} without any CORS header, so no page of another origin may read it."
    return CAUSE.found(Certainty.PROVEN, says, *(look.lacks(exchange, look.ALLOW_ORIGIN) for exchange in answers))


def _says_nothing(exchange: Exchange) -> bool:
    response = exchange.response
    return response is not None and 200 <= response.status < 300 and not look.cors_names(response.headers)


def _example() -> Facts:
    return facts(call(), actual=answer(200, "Content-Type: application/json", body="[]"))


CAUSE = Cause(
    name="no-allow-origin",
    title="The server never sends Access-Control-Allow-Origin",
    group=Group.MISSING,
    remedies=(Remedy.SEND_POLICY,),
    happened="The request reached the server and was answered, but the answer does not say which pages may read it.",
    why="A browser hands an answer from another origin to the page only when Access-Control-Allow-Origin names the "
    "page's origin (or everybody). Without the header the answer is thrown away.",
    change="Switch on CORS in the server (its framework's CORS middleware), with your page's exact origin. Setting "
    "Access-Control-* headers in the page's own request does nothing. If the server is not yours and was not made for "
    "browsers, call it from your own server instead.",
    expert="No response, of any status, carries an Access-Control-* field. Register the middleware before routes and "
    "authentication, and check again with an Origin header: most stacks stay silent without one, so `curl -I` proves "
    "nothing. A policy that comes from an unset variable is switched off in silence by some (Express).",
    symptoms=(
        "No 'Access-Control-Allow-Origin' header is present on the requested resource",
        "CORS header ‘Access-Control-Allow-Origin’ missing",
        "Origin is not allowed by Access-Control-Allow-Origin",
        "works in Postman and curl, but not in the browser",
    ),
    rate=20.0,
    sources=("https://fetch.spec.whatwg.org/#cors-check",),
    detect=_detect,
    example=_example,
)
