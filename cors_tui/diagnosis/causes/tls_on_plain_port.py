"""https is spoken to a port that does not speak TLS."""

from __future__ import annotations

from cors_tui import experiments
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
    if failed is None or failed[1].failure is not NetworkFailure.TLS_FAILED:
        return None
    exchange, _ = failed
    evidence = [look.status(exchange, "the TLS library's own words")]
    plain = next((e for e in facts.seen(experiments.HTTP_INSTEAD) if e.response is not None), None)
    says = f"There is no TLS on {exchange.request.url.host} port {exchange.request.url.port}."
    if plain is None:
        return CAUSE.found(Certainty.LIKELY, says, *evidence)
    return CAUSE.found(Certainty.PROVEN, says, *evidence, look.status(plain, "the same port answers by plain http"))


def _example() -> Facts:
    failed = no_answer(NetworkFailure.TLS_FAILED, "[SSL: WRONG_VERSION_NUMBER] wrong version number")
    return facts(call(url="https://localhost:8000/users", origin="http://localhost:3000"), actual=failed)


CAUSE = Cause(
    name="tls-on-plain-port",
    title="https on a port that speaks plain http",
    group=Group.NETWORK,
    remedies=(Remedy.CHANGE_URL, Remedy.REPAIR_ERROR),
    happened="The URL says https, and the program on that port speaks http without TLS (or no TLS version in common).",
    why="The handshake fails, so no request is sent.",
    change="Write http:// for that port, or call the port with TLS. From an https page you need TLS at the API.",
    expert="`wrong version number` is the sign of plain HTTP. Other handshake failures: unknown server name, old "
    "protocol versions, a client certificate that is wanted.",
    symptoms=("net::ERR_SSL_PROTOCOL_ERROR", "SSL_ERROR_RX_RECORD_TOO_LONG"),
    needs=(experiments.HTTP_INSTEAD,),
    outranks=("no-allow-origin",),
    rate=1.5,
    detect=_detect,
    example=_example,
)
