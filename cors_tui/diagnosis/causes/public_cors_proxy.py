"""A public CORS proxy refuses, or is overloaded."""

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
    matched = signatures.first_match("public-cors-proxy", facts)
    if matched is None or not look.blocked(facts):
        return None
    _, exchange, evidence = matched
    says = f"The public CORS proxy at {exchange.request.url.host} refuses or fails; your API is not even asked."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the proxy's answer"), evidence)


def _example() -> Facts:
    refused = answer(403, body="Forbidden")
    asked = call("POST", JSON, url="https://corsproxy.io/?https://api.example.com/users", body="{}")
    return facts(asked, preflight=refused)


CAUSE = Cause(
    name="public-cors-proxy",
    title="A public CORS proxy refuses",
    group=Group.NETWORK,
    remedies=(Remedy.CHANGE_URL, Remedy.SEND_POLICY),
    happened="The page calls through somebody else's free CORS proxy, and that proxy refuses, limits or is down.",
    why="The answer comes from the proxy, and so do its headers.",
    change="Repair CORS at the API itself, or call it from your own server. A public proxy reads everything you send "
    "through it, tokens included.",
    expert="It cannot reach localhost or private addresses either.",
    symptoms=("corsproxy.io", "cors-anywhere.herokuapp.com", "See /corsdemo for more info"),
    outranks=(
        "auth-before-cors",
        "rate-limited",
        "timeout-gateway",
        "not-found-404",
        "no-allow-origin",
        "error-without-headers",
    ),
    rate=1.0,
    detect=_detect,
    example=_example,
)
