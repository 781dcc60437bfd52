"""The server refuses the request because of its Origin header."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    matched = signatures.first_match("origin-refused", facts)
    if matched is not None:
        row, exchange, evidence = matched
        says = f"The server refuses {look.origin(facts)} in so many words ({row.product}): {row.means}."
        status = look.status(exchange, "the answer")
        return CAUSE.found(Certainty.PROVEN, says, evidence, status, look.asked(exchange, "Origin", "what was sent"))
    return _only_with_origin(facts)


def _only_with_origin(facts: Facts) -> Finding | None:
    """The same request is answered well as soon as it has no Origin header."""
    exchange = facts.actual
    without = look.same_request(facts.seen(experiments.WITHOUT_ORIGIN), exchange)
    if exchange is None or without is None or exchange.response is None:
        return None
    if exchange.response.status not in (400, 401, 403) or not look.is_ok(without.response):
        return None
    says = f"The server answers {exchange.response.status} because of the Origin header; without it all is well."
    evidence = (look.status(exchange, "with Origin"), look.status(without, "without Origin"))
    return CAUSE.found(Certainty.PROVEN, says, *evidence, look.asked(exchange, "Origin", "what was sent"))


def _example() -> Facts:
    refused = answer(400, *("Vary: Origin", "Access-Control-Allow-Methods: GET"), body="Disallowed CORS origin")
    return facts(call("GET", "X-Api-Key: k"), preflight=refused, actual=answer(200, "Vary: Origin"))


CAUSE = Cause(
    name="origin-refused",
    title="The server refuses this origin",
    group=Group.ORIGIN,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server looked at the Origin header and turned the request away with an error.",
    why="Some servers do not just leave out the header for origins they do not know; they answer 400 or 403.",
    change="Add your page's exact origin to the server's allowed origins.",
    expert="Starlette 400 `Disallowed CORS origin`, Litestar, actix-cors, Spring 403 `Invalid CORS request`, Quarkus "
    "403 with the reason `CORS Rejected`, Ollama and IPFS 403. Extensions have origins such as "
    "`chrome-extension://...`, which have to be listed too.",
    symptoms=("Disallowed CORS origin", "Invalid CORS request", "CORS Rejected", "403 only with an Origin header"),
    needs=(experiments.WITHOUT_ORIGIN,),
    outranks=(
        "options-not-handled",
        "auth-before-cors",
        "no-allow-origin",
        "error-without-headers",
        "only-errors-bare",
    ),
    rate=3.0,
    detect=_detect,
    example=_example,
)
