"""Nobody listens on that port."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import call, facts, no_answer
from cors_tui.remedy import Remedy
from cors_tui.standards.response import NetworkFailure


def _detect(facts: Facts) -> Finding | None:
    failed = look.network_error(facts)
    if failed is None or failed[1].failure is not NetworkFailure.CONNECTION_REFUSED:
        return None
    exchange, _ = failed
    url = exchange.request.url
    says = f"Nothing listens on {url.host} port {url.port}: the server is not running, or is somewhere else."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the system's own words"))


def _example() -> Facts:
    refused = no_answer(NetworkFailure.CONNECTION_REFUSED, "[Errno 111] Connection refused")
    return facts(call(url="http://localhost:8000/users", origin="http://localhost:3000"), actual=refused)


CAUSE = Cause(
    name="server-not-running",
    title="Nothing listens on that port",
    group=Group.NETWORK,
    remedies=(Remedy.START_SERVER, Remedy.CHANGE_URL),
    happened="The computer was reached, but no program accepts connections on that port.",
    why="Without a connection there is no answer and so no header. Firefox words it as 'CORS request did not succeed'.",
    change="Start the server and look at the port it prints. A server inside a container must publish its port, and "
    "one that listens on `::1` only is not found at 127.0.0.1.",
    expert="Connection refused comes from the host (a RST), so DNS and routing are fine. A server bound to 127.0.0.1 "
    "inside a container is refused from outside: bind 0.0.0.0 there.",
    symptoms=(
        "net::ERR_CONNECTION_REFUSED",
        "CORS request did not succeed. Status code: (null)",
        "Failed to fetch",
        "Could not connect to the server",
    ),
    needs=(experiments.LOCALHOST_ADDRESSES,),
    outranks=("no-allow-origin",),
    rate=5.0,
    detect=_detect,
    example=_example,
)
