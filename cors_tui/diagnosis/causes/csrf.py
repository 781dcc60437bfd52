"""The CSRF check refuses, without CORS headers."""

from __future__ import annotations

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
    matched = signatures.first_match("csrf", facts)
    if matched is None:
        return None
    row, exchange, evidence = matched
    says = f"The server's CSRF check refuses the request ({row.product}); that is not CORS."
    return CAUSE.found(Certainty.PROVEN, says, evidence, look.status(exchange, "the answer"))


def _example() -> Facts:
    refused = answer(419, body="CSRF token mismatch.")
    asked = call(
        "POST", "Content-Type: text/plain", body="a", url="http://localhost:8000/api", origin="http://localhost:3000"
    )
    return facts(asked, actual=refused)


CAUSE = Cause(
    name="csrf",
    title="The CSRF check refuses",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.REPAIR_ERROR, Remedy.CHANGE_REQUEST),
    happened="The server protects forms with a CSRF token (or checks the Origin), and this request has none it trusts.",
    why="The refusal comes from a layer that adds no CORS headers, or the page takes the 403 for CORS.",
    change="Add your page's origin to the server's trusted origins for CSRF, or exempt the API from the token where it "
    "uses bearer tokens.",
    expert="Django CSRF_TRUSTED_ORIGINS (apart from CORS_ALLOWED_ORIGINS); Laravel Sanctum stateful domains and "
    "/sanctum/csrf-cookie; Rails protect_from_forgery.",
    symptoms=("CSRF token mismatch", "CSRF verification failed", "419 Page Expired"),
    outranks=("auth-before-cors", "error-without-headers", "only-errors-bare", "no-allow-origin"),
    rate=1.0,
    detect=_detect,
    example=_example,
)
