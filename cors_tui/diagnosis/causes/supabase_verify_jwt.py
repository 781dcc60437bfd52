"""Supabase checks the JWT before the function, on OPTIONS too."""

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
    matched = signatures.first_match("supabase-verify-jwt", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"{row.product}: {row.means}, so the answer is 401 without CORS headers."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the platform's answer"), evidence)


def _example() -> Facts:
    refused = answer(401, body='{"msg":"Error: Missing authorization header"}')
    url = "https://abc.supabase.co/functions/v1/hello"
    return facts(call("POST", JSON, url=url, body="{}"), preflight=refused)


CAUSE = Cause(
    name="supabase-verify-jwt",
    title="The function platform checks the JWT first (verify_jwt)",
    group=Group.AUTH,
    remedies=(Remedy.ANSWER_PREFLIGHT,),
    happened="The platform refuses requests without a valid JWT before your function runs.",
    why="A preflight has no Authorization header, so it gets a 401 without CORS headers.",
    change="Set `verify_jwt = false` for this function and check the token in it, after answering OPTIONS with the "
    "CORS headers.",
    expert="supabase/config.toml `[functions.NAME] verify_jwt = false`, or `--no-verify-jwt`.",
    symptoms=("Missing authorization header", "Invalid JWT"),
    outranks=("auth-before-cors", "no-allow-origin", "gateway-refuses"),
    rate=0.8,
    detect=_detect,
    example=_example,
)
