"""A challenge page for people stands in front."""

from __future__ import annotations

from dataclasses import replace

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
    matched = signatures.first_match("bot-challenge", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"{row.product} answers with {row.means}."
    shown = (
        replace(evidence, quote=look.header(exchange, "Location", "").quote) if row.field == "location" else evidence
    )
    return CAUSE.found(Certainty.PROVEN, says, shown, look.status(exchange, "the answer"))


def _example() -> Facts:
    challenge = answer(403, "Server: cloudflare", "cf-mitigated: challenge", body="<title>Just a moment...</title>")
    return facts(call(), actual=challenge)


CAUSE = Cause(
    name="bot-challenge",
    title="A bot check stands in front",
    group=Group.NETWORK,
    remedies=(Remedy.PASS_THROUGH, Remedy.CHANGE_REQUEST),
    happened="A firewall takes the request for a robot's and answers with a page that people should click through.",
    why="That page has no CORS headers, and a script cannot click.",
    change="Exempt the API's paths, and OPTIONS, from the challenge. If the API is not yours, use its official "
    "interface with a key, from your server.",
    expert="Cloudflare says cf-mitigated: challenge; ngrok's free domains show a warning page until "
    "ngrok-skip-browser-warning is sent.",
    symptoms=("cf-mitigated: challenge", "Just a moment...", "google.com/sorry"),
    outranks=("auth-before-cors", "timeout-gateway", "no-allow-origin", "redirect-preflight", "cloud-run-forbidden"),
    rate=1.5,
    detect=_detect,
    example=_example,
)
