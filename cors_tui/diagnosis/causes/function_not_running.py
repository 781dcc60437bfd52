"""The function does not start, or is not deployed."""

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
    matched = signatures.first_match("function-not-running", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"Your function never ran ({row.product}): {row.means}."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the platform's answer"), evidence)


def _example() -> Facts:
    broken = answer(503, body='{"code":"BOOT_ERROR","message":"Function failed to start"}')
    url = "https://abc.supabase.co/functions/v1/hello"
    return facts(call("POST", JSON, url=url, body="{}"), preflight=broken)


CAUSE = Cause(
    name="function-not-running",
    title="The function does not run",
    group=Group.PREFLIGHT,
    remedies=(Remedy.REPAIR_ERROR, Remedy.ANSWER_PREFLIGHT),
    happened="The platform could not start the function, or does not have it: an import that fails, a crash at start, "
    "a deployment that did not happen.",
    why="The CORS headers are in your code, and your code did not run.",
    change="Read the platform's log of this function and repair its start, or deploy it.",
    expert="BOOT_ERROR is an import or syntax error; NOT_FOUND a wrong name or project; 546 a resource limit.",
    symptoms=("BOOT_ERROR", "Function failed to start", "Requested function was not found"),
    outranks=(
        "everything-fails",
        "timeout-gateway",
        "not-found-404",
        "options-not-handled",
        "preflight-500",
        "error-without-headers",
        "platform-has-no-such-app",
    ),
    rate=1.5,
    detect=_detect,
    example=_example,
)
