"""The server sends no Access-Control-Allow-Origin at all."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.request import Role
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    answers = _of_one_address(facts)
    if not look.blocked(facts) or not answers or not all(map(_has_no_cors, answers)) or not _is_good(answers[0]):
        return None
    stuck = answers[0]
    says = f"The server answers {look.where(stuck)} without any CORS header, so no page of another origin may read it."
    shown = (look.lacks(exchange, look.ALLOW_ORIGIN) for exchange in answers)
    return CAUSE.found(Certainty.PROVEN, says, *shown, next=_next(answers))


def _of_one_address(facts: Facts) -> tuple[Exchange, ...]:
    """Behind a redirect the last answer alone: the ones before it came from elsewhere."""
    behind = facts.actual is not None and facts.actual.request.hop > 0
    return (facts.actual,) if behind and facts.actual is not None else look.answers(facts)


def _has_no_cors(exchange: Exchange) -> bool:
    return exchange.response is not None and not look.cors_names(exchange.response.headers)


def _is_good(exchange: Exchange) -> bool:
    """Neither an error nor on to elsewhere; the request's own 3xx without Location is taken as it is."""
    response = exchange.response
    if response is None or exchange.request.role is Role.PREFLIGHT:
        return look.is_ok(response)
    return look.is_ok(response) or (300 <= response.status <= 399 and "location" not in response.headers)


def _next(answers: tuple[Exchange, ...]) -> str:
    last = answers[-1].response
    if last is None or last.status < 400:
        return ""
    return f"The request itself is answered {last.status}: that shows as soon as the preflight is answered."


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
