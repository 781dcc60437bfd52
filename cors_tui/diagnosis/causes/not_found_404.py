"""The route does not exist."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    exchange = facts.actual
    if exchange is None or exchange.response is None or exchange.response.status != 404 or not look.blocked(facts):
        return None
    preflight = look.preflight(facts)
    if preflight is not None and not look.is_ok(preflight) and preflight.status not in (404, 405):
        return None
    if preflight is None and not look.bare(exchange.response):
        return None
    direct = look.same_request(facts.seen(experiments.DIRECT), exchange)
    if direct is not None and look.is_ok(direct.response):
        says = f"A layer in front has no {exchange.request.url.path} (404); the origin server has it."
        shown = (look.status(exchange, "through the layer in front"), look.status(direct, "straight from the server"))
        return CAUSE.found(Certainty.PROVEN, says, *shown, remedies=(Remedy.CHANGE_URL, Remedy.PASS_THROUGH))
    says = f"There is no {exchange.request.url.path} on this server (404); the answer carries no CORS headers."
    evidence = [look.status(exchange, "the request itself")]
    if facts.preflight is not None:
        evidence.append(look.status(facts.preflight, "the preflight"))
    return CAUSE.found(Certainty.PROVEN, says, *evidence)


def _example() -> Facts:
    return facts(call(), actual=answer(404, body="Not Found", reason="Not Found"))


CAUSE = Cause(
    name="not-found-404",
    title="The route does not exist (404)",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.CHANGE_URL, Remedy.REPAIR_ERROR),
    happened="The server does not know this path. Its 404 page has no CORS headers.",
    why="The browser hides the answer, its 404 too, and reports CORS.",
    change="Compare the path with the server's routes: a prefix such as /api, a version, a slash, a typo. Was the "
    "route deployed?",
    expert="When OPTIONS alone is 404 the route exists and only the preflight is not handled; when both are, the route "
    "is missing.",
    symptoms=("net::ERR_FAILED 404 (Not Found)", "OPTIONS 404"),
    needs=(experiments.DIRECT,),
    outranks=("error-without-headers", "no-allow-origin", "options-not-handled", "only-errors-bare"),
    rate=3.5,
    detect=_detect,
    example=_example,
)
