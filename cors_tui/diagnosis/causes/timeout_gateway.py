"""A proxy could not get an answer from the server: 502, 503, 504."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows_all_of,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange

_UNAVAILABLE = 503
_GATEWAY = {
    502: "got no usable answer from the server",
    504: "waited too long for the server",
    520: "got no usable answer from the server",
    521: "was refused by the server",
    522: "waited too long for the server",
    523: "cannot reach the server",
    524: "waited too long for the server",
    530: "cannot reach the server",
}


def _detect(facts: Facts) -> Finding | None:
    for exchange in look.answers(facts):
        response = exchange.response
        if response is not None and response.status in (_UNAVAILABLE, *_GATEWAY) and look.blocked(facts):
            return CAUSE.found(Certainty.PROVEN, _says(response.status), *_evidence(exchange, response))
    return _pasted(facts)


def _says(status: int) -> str:
    if status == _UNAVAILABLE:
        return "The server, or a proxy in front of it, is not available now (503); that answer has no CORS headers."
    return f"A proxy in front {_GATEWAY[status]} ({status}); its error page has no CORS headers."


def _evidence(exchange: Exchange, response: Response) -> tuple[Evidence, ...]:
    who = (look.header(exchange, "Server", "who answered"),) if "server" in response.headers else ()
    return (look.status(exchange, "a gateway's status"), *who)


def _pasted(facts: Facts) -> Finding | None:
    found = re.search(r"net::ERR_FAILED (50[234]|52[0-4]|530)[^\n]*", look.pasted_text(facts))
    if found is None:
        return None
    says = f"The console says {found.group(1)}: a proxy in front got no answer from the server."
    return CAUSE.found(Certainty.PROVEN, says, look.pasted(found.group(), "the status behind the CORS line"))


def _example() -> Facts:
    failed = answer(504, "Server: nginx", reason="Gateway Time-out")
    return facts(call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of()), actual=failed)


CAUSE = Cause(
    name="timeout-gateway",
    title="A proxy got no answer from the server (502, 503, 504)",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.REPAIR_ERROR, Remedy.RAISE_LIMIT, Remedy.KEEP_ON_ERRORS),
    happened="The proxy, load balancer or platform in front could not get an answer from your program: it is down, "
    "still starting, crashed, or too slow.",
    why="The proxy writes the error page itself, without CORS headers, and the browser hides it.",
    change="Look at the program behind the proxy: does it run, on the port the proxy asks, and does it answer in time? "
    "CORS needs no change.",
    expert="504 needs a longer limit or faster work; 502 a right upstream port and protocol; 503 healthy instances. "
    "HAProxy, nginx and CDNs can be taught to add the header to their own errors.",
    symptoms=("net::ERR_FAILED 502 (Bad Gateway)", "net::ERR_FAILED 504 (Gateway Time-out)", "Service Unavailable"),
    outranks=("error-without-headers", "no-allow-origin", "preflight-500", "options-not-handled", "stripped-by-proxy"),
    rate=6.0,
    detect=_detect,
    example=_example,
)
