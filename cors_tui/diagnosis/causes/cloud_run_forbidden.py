"""Cloud Run lets nobody invoke the service without a Google identity."""

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
    matched = signatures.first_match("cloud-run-forbidden", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"{row.product} answers 403 before your code runs: {row.means}."
    return CAUSE.found(Certainty.LIKELY, says, look.status(exchange, "the platform's answer"), evidence)


def _example() -> Facts:
    refused = answer(403, "Server: Google Frontend", body="Error: Forbidden")
    return facts(call("POST", JSON, url="https://api-abc-ew.a.run.app/users", body="{}"), preflight=refused)


CAUSE = Cause(
    name="cloud-run-forbidden",
    title="Cloud Run may not be invoked by everybody",
    group=Group.AUTH,
    remedies=(Remedy.ANSWER_PREFLIGHT,),
    happened="The service or function is deployed so that only callers with a Google identity may invoke it.",
    why="A preflight carries no identity, so the platform answers 403 before your code and its CORS headers.",
    change="Allow unauthenticated invocations (role Cloud Run Invoker for allUsers), and check the user in your code.",
    expert="`--allow-unauthenticated` at deployment; an organisation policy may forbid it silently, the deploy log "
    "says so.",
    symptoms=("403 Forbidden from Google Frontend", "Cloud function CORS 403 on OPTIONS"),
    outranks=("auth-before-cors", "no-allow-origin"),
    rate=1.0,
    detect=_detect,
    example=_example,
)
