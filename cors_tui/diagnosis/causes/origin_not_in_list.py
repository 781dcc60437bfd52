"""A CORS middleware is at work, and does not know this origin."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange

_ONLY_A_POLICY_SENDS = (
    *(look.ALLOW_METHODS, look.ALLOW_HEADERS, look.ALLOW_CREDENTIALS, look.MAX_AGE),
    look.EXPOSE_HEADERS,
)


def _detect(facts: Facts) -> Finding | None:
    exchange = look.first(facts)
    if exchange is None or exchange.response is None or not look.blocked(facts):
        return None
    if not look.is_ok(exchange.response) or not look.bare(exchange.response):
        return None
    found = _other_is_let_in(facts, exchange)
    if found is not None or look.let_in_elsewhere(facts, than=exchange) is not None:
        return found
    return _policy_without_origin(facts, exchange) or _varies(facts, exchange)


def _policy_without_origin(facts: Facts, exchange: Exchange) -> Finding | None:
    response = exchange.response
    found = next((name for name in _ONLY_A_POLICY_SENDS if response and name in response.headers), None)
    if found is None:
        return None
    says = f"The server's CORS code answers, and {look.origin(facts)} seems not to be in its list of origins."
    shown = look.header(exchange, found, "only a CORS policy sends this")
    return CAUSE.found(Certainty.LIKELY, says, look.lacks(exchange, look.ALLOW_ORIGIN), shown, _sent(exchange))


def _other_is_let_in(facts: Facts, exchange: Exchange) -> Finding | None:
    for other in facts.seen(experiments.SECOND_ORIGIN):
        page = other.request.headers.get("origin") or ""
        if page and look.allow_origin(other.response) == page:
            says = f"The server lets {page} in, and not {look.origin(facts)}."
            shown = look.header(other, look.ALLOW_ORIGIN, f"the answer to {page}")
            return CAUSE.found(Certainty.PROVEN, says, look.lacks(exchange, look.ALLOW_ORIGIN), shown, _sent(exchange))
    return None


def _varies(facts: Facts, exchange: Exchange) -> Finding | None:
    if "origin" not in [name.lower() for name in look.elements(exchange.response, "Vary")]:
        return None
    says = f"The server looks at the origin, and {look.origin(facts)} seems not to be in its list."
    shown = look.header(exchange, "Vary", "the answer depends on the origin")
    return CAUSE.found(Certainty.LIKELY, says, shown, look.lacks(exchange, look.ALLOW_ORIGIN), _sent(exchange))


def _sent(exchange: Exchange) -> Evidence:
    return look.asked(exchange, "Origin", "what was sent")


def _example() -> Facts:
    denied = ("Vary: Origin", "Access-Control-Allow-Methods: GET,POST", "Access-Control-Allow-Headers: x-api-key")
    return facts(call("GET", "X-Api-Key: k"), preflight=answer(204, *denied), actual=answer(200, "Vary: Origin"))


CAUSE = Cause(
    name="origin-not-in-list",
    title="The page's origin is not in the server's list",
    group=Group.ORIGIN,
    remedies=(Remedy.SEND_POLICY,),
    happened="CORS is switched on at the server, but your page's origin is not one of those it knows. So it leaves out "
    "the header that matters.",
    why="Middleware compares letter by letter and stays silent towards an origin it does not know.",
    change="Compare the origin your browser sends with the server's list: scheme, www, port, a slash at the end, a "
    "space after a comma. Then add the exact origin, and restart or deploy.",
    expert="Express, Hono, Fastify and Nest send Allow-Methods and Allow-Headers to denied origins as well. An unset "
    "variable gives an empty list; `*` inside a list is no wildcard; a comma string is one literal.",
    symptoms=("No 'Access-Control-Allow-Origin' header is present", "works from another address of the same page"),
    needs=(experiments.SECOND_ORIGIN, experiments.STRANGER_ORIGIN),
    outranks=("no-allow-origin",),
    rate=6.0,
    detect=_detect,
    example=_example,
)
