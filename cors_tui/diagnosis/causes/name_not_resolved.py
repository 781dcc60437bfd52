"""The host's name does not resolve."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    call,
    facts,
    no_answer,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.response import NetworkFailure


def _detect(facts: Facts) -> Finding | None:
    failed = look.network_error(facts)
    if failed is None or failed[1].failure is not NetworkFailure.NAME_NOT_RESOLVED:
        return None
    exchange, _ = failed
    host = exchange.request.url.host
    short = "" if "." in host else "; a name without a dot is known inside a container network only"
    says = f"There is no address for the name {host}{short}."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the system's own words"))


def _example() -> Facts:
    unknown = no_answer(NetworkFailure.NAME_NOT_RESOLVED, "[Errno -2] Name or service not known")
    return facts(call(url="http://backend:8000/users", origin="http://localhost:3000"), actual=unknown)


CAUSE = Cause(
    name="name-not-resolved",
    title="The host's name does not resolve",
    group=Group.NETWORK,
    remedies=(Remedy.CHANGE_URL,),
    happened="The name in the URL has no address: a typo, a record that is not there yet, or a name that only other "
    "containers know.",
    why="Without an address nothing is sent, so there is no answer and no header.",
    change="Call a name that the browser's machine knows. The browser runs on your desk, not inside docker compose: "
    "use localhost and the published port there.",
    expert="Service names such as http://backend:8000 work between containers, and never in a browser.",
    symptoms=("net::ERR_NAME_NOT_RESOLVED", "CORS request did not succeed", "A server with the specified hostname"),
    outranks=("no-allow-origin",),
    rate=2.0,
    detect=_detect,
    example=_example,
)
