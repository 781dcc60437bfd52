"""The server fails at the preflight itself."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    exchange, response = facts.preflight, look.preflight(facts)
    if exchange is None or response is None or not look.blocked(facts):
        return None
    if response.status < 500 or response.status in (501, 502, 503, 504, 521, 522, 523, 524, 530):
        return None
    says = f"The server fails ({response.status}) at the preflight, before your request is sent."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the answer to OPTIONS"))


def _example() -> Facts:
    return facts(call("GET", "X-Api-Key: k"), preflight=answer(500, body="Internal Server Error"))


CAUSE = Cause(
    name="preflight-500",
    title="The server fails at the preflight",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.REPAIR_ERROR, Remedy.ANSWER_PREFLIGHT),
    happened="OPTIONS runs into an error inside the server: some code does not expect it, or everything fails.",
    why="The preflight needs a status from 200 to 299.",
    change="Look into the server's log at the OPTIONS request. Often code before the CORS middleware reads a body or a "
    "token that a preflight does not have.",
    expert="Hono and Fastify answer 500 to everything when `origin` is undefined (an unset variable). An origin "
    "function that throws depends on the origin.",
    symptoms=("Response to preflight request: It does not have HTTP ok status (500)",),
    outranks=("error-without-headers", "no-allow-origin"),
    rate=2.0,
    detect=_detect,
    example=_example,
)
