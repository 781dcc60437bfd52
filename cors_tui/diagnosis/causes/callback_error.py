"""The origin function throws for origins it does not know."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    matched = signatures.first_match("callback-error", facts)
    if matched is not None:
        _, exchange, evidence = matched
        return _found(facts, look.status(exchange, "an error instead of a refusal"), evidence)
    stuck = next((e for e in look.answers(facts) if e.response is not None and e.response.status == 500), None)
    if stuck is None:
        return None
    others = (*facts.seen(experiments.WITHOUT_ORIGIN), *facts.seen(experiments.SECOND_ORIGIN))
    fine = look.same_request(others, stuck)
    if fine is None or fine.response is None or fine.response.status >= 500:
        return None
    return _found(facts, look.status(stuck, "with your page's origin"), look.status(fine, "with another, or none"))


def _found(facts: Facts, *evidence: Evidence) -> Finding:
    says = f"The server throws an error for {look.origin(facts)} instead of leaving out the header."
    return CAUSE.found(Certainty.PROVEN, says, *evidence)


def _example() -> Facts:
    thrown = answer(500, "X-Powered-By: Express", body="Error: Not allowed by CORS")
    return facts(call("GET", "X-Api-Key: k"), preflight=thrown, actual=thrown)


CAUSE = Cause(
    name="callback-error",
    title="The origin function throws an error",
    group=Group.ORIGIN,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server's CORS code throws for origins it does not know, so they get a status 500.",
    why="An error page has no CORS headers. Your own page's POSTs carry an Origin, too, and get the same 500.",
    change="Add your origin to the list, and give the middleware the list itself instead of a function with "
    "`callback(new Error(...))`.",
    expert="A pattern many guides copy. `callback(null, false)` is no cure: then `Vary: Origin` is missing and the "
    "preflight falls through to the routes.",
    symptoms=("Error: Not allowed by CORS", "500 only from one origin"),
    needs=(experiments.WITHOUT_ORIGIN, experiments.SECOND_ORIGIN),
    outranks=("everything-fails", "preflight-500", "error-without-headers", "no-allow-origin"),
    rate=2.5,
    detect=_detect,
    example=_example,
)
