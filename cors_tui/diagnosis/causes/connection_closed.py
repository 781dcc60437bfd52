"""The connection was made and broke off without a whole answer."""

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
    NetworkFailure.CLOSED_WITHOUT_ANSWER: "closed the connection without an answer",
    NetworkFailure.INCOMPLETE: "closed the connection in the middle of the answer",
    NetworkFailure.NOT_HTTP: "answered with something that is not HTTP",
    NetworkFailure.TOO_LARGE: "sent a header that is too large",
}


def _detect(facts: Facts) -> Finding | None:
    failed = look.network_error(facts)
    if failed is None or failed[1].failure not in _WORDS:
        return None
    exchange, error = failed
    says = f"The server {_WORDS[error.failure]}."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "how it ended"))


def _example() -> Facts:
    closed = no_answer(NetworkFailure.CLOSED_WITHOUT_ANSWER, "connection closed without an answer")
    return facts(call(), actual=closed)


CAUSE = Cause(
    name="connection-closed",
    title="The server broke off without a whole answer",
    group=Group.NETWORK,
    remedies=(Remedy.REPAIR_ERROR, Remedy.CHANGE_URL),
    happened="The server took the connection and then closed it, or sent what is no HTTP answer.",
    why="There is no answer the browser could check.",
    change="Look into the server's log: most often it crashed at this request. Is it the right port, and http or https "
    "as it should be?",
    expert="A TLS port spoken to in plain HTTP, a crashed worker, a body larger than the server takes.",
    symptoms=("net::ERR_EMPTY_RESPONSE", "net::ERR_CONNECTION_RESET", "CORS request did not succeed"),
    outranks=("no-allow-origin",),
    rate=1.5,
    detect=_detect,
    example=_example,
)
