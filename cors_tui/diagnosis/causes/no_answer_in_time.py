"""No answer came in time."""

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

_WORDS = {
    NetworkFailure.NO_ANSWER_YET: "did not answer in time",
    NetworkFailure.TIMED_OUT: "was not reached in time",
    NetworkFailure.UNREACHABLE: "cannot be reached from this network",
    NetworkFailure.PROXY_FAILED: "was not reached, because the proxy refused or failed",
}


def _detect(facts: Facts) -> Finding | None:
    failed = look.network_error(facts)
    if failed is None or failed[1].failure not in _WORDS:
        return None
    exchange, error = failed
    says = f"{exchange.request.url.host} {_WORDS[error.failure]}."
    hangs = error.failure is NetworkFailure.NO_ANSWER_YET
    helps = (Remedy.REPAIR_ERROR,) if hangs else (Remedy.START_SERVER, Remedy.CHANGE_URL)
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the system's own words"), remedies=helps)


def _example() -> Facts:
    return facts(call(), actual=no_answer(NetworkFailure.NO_ANSWER_YET, "10 s went by while waiting for the answer"))


CAUSE = Cause(
    name="no-answer-in-time",
    title="No answer in time, or no way there",
    group=Group.NETWORK,
    remedies=(Remedy.REPAIR_ERROR, Remedy.START_SERVER, Remedy.CHANGE_URL),
    happened="The request went out, and nothing came back: a firewall drops it, the address is wrong, or the server "
    "hangs.",
    why="Without an answer there is no header. The browser reports a failed request, in Firefox in CORS words.",
    change="Try the same address with curl from the same machine. VPN, firewall rules, security groups and sleeping "
    "free-tier servers are the usual suspects.",
    expert="An Express 4 async handler that rejects never answers. A dropped SYN is a firewall; an accepted connection "
    "without an answer is the program.",
    symptoms=("net::ERR_TIMED_OUT", "net::ERR_CONNECTION_TIMED_OUT", "CORS request did not succeed"),
    outranks=("no-allow-origin",),
    rate=1.5,
    detect=_detect,
    example=_example,
)
