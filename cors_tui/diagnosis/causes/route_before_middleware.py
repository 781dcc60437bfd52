"""The preflight is answered rightly, and the request itself has no CORS headers."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows_all_of,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    exchange = facts.actual
    if exchange is None or not look.blocked(facts) or not look.is_ok(exchange.response):
        return None
    if not look.bare(exchange.response):
        return None
    if exchange.request.hop > 0:
        return None
    if facts.preflight is not None and look.is_ok(look.preflight(facts)) and look.lets_in(facts, look.preflight(facts)):
        says = "The preflight is answered rightly, and the answer to the request itself has no CORS headers."
        shown = look.header(facts.preflight, look.ALLOW_ORIGIN, "the preflight's answer has it")
        return CAUSE.found(Certainty.PROVEN, says, look.lacks(exchange, look.ALLOW_ORIGIN), shown)
    return _only_elsewhere(facts, exchange)


def _only_elsewhere(facts: Facts, exchange: Exchange) -> Finding | None:
    for other in facts.seen(experiments.MISSING_PATH):
        if look.lets_in(facts, other.response):
            says = (
                "A path that does not exist gets the CORS headers; your route does not: their code does not run for it."
            )
            shown = look.header(other, look.ALLOW_ORIGIN, "a path that does not exist has it")
            return CAUSE.found(Certainty.PROVEN, says, look.lacks(exchange, look.ALLOW_ORIGIN), shown)
    for options in facts.seen(experiments.PLAIN_OPTIONS):
        if look.lets_in(facts, options.response):
            says = "OPTIONS gets the CORS headers, and the request itself does not."
            shown = look.header(options, look.ALLOW_ORIGIN, "the answer to OPTIONS has it")
            return CAUSE.found(Certainty.PROVEN, says, look.lacks(exchange, look.ALLOW_ORIGIN), shown)
    return _only_for_head(facts, exchange)


def _only_for_head(facts: Facts, exchange: Exchange) -> Finding | None:
    for head in facts.seen(experiments.HEAD):
        if look.lets_in(facts, head.response):
            says = "HEAD gets the CORS headers, and GET does not: the code that adds them does not run for this method."
            shown = look.header(head, look.ALLOW_ORIGIN, "the answer to HEAD has it")
            return CAUSE.found(Certainty.PROVEN, says, look.lacks(exchange, look.ALLOW_ORIGIN), shown)
    return None


def _example() -> Facts:
    return facts(call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=answer(200, body="[]"))


CAUSE = Cause(
    name="route-before-middleware",
    title="The preflight has the headers, the real answer does not",
    group=Group.PREFLIGHT,
    remedies=(Remedy.SEND_POLICY,),
    happened="The browser's question (OPTIONS) is answered well, but the route itself answers without the CORS code.",
    why="Both answers need Access-Control-Allow-Origin: the preflight's and the real one.",
    change="Register the CORS middleware before the route, for all methods. Do not answer OPTIONS alone by hand.",
    expert="Express and Hono: a route registered above `use(cors())`. Fastify: registered inside an encapsulated "
    "plugin. Hand-written OPTIONS handlers; a platform that answers OPTIONS itself and leaves the real answer to your "
    "code. The tell-tale: a path that does not exist has the header.",
    symptoms=("No 'Access-Control-Allow-Origin' header, although OPTIONS has it", "OPTIONS is fine, GET is blocked"),
    needs=(experiments.MISSING_PATH, experiments.PLAIN_OPTIONS, experiments.HEAD),
    outranks=("no-allow-origin", "origin-not-in-list"),
    rate=4.0,
    detect=_detect,
    example=_example,
)
