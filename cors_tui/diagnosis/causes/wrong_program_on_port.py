"""Another program answers on that port."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response


def _detect(facts: Facts) -> Finding | None:
    matched = signatures.first_match("wrong-program-on-port", facts)
    if matched is not None:
        row, _, evidence = matched
        says = f"Not your server answers on this port: it is {row.product}."
        return CAUSE.found(Certainty.PROVEN, says, evidence)
    return _two_servers(facts)


def _two_servers(facts: Facts) -> Finding | None:
    """localhost is two addresses, and two programs may listen there."""
    pair = facts.seen(experiments.LOCALHOST_ADDRESSES)
    if len(pair) < 2 or not look.blocked(facts):
        return None
    a, b = pair[0].response, pair[1].response
    if a is None or b is None or (a.status, _maker(a)) == (b.status, _maker(b)):
        return None
    says = "Two programs answer at localhost: one at ::1, another at 127.0.0.1. The browser may meet either."
    return CAUSE.found(Certainty.LIKELY, says, *(look.status(exchange, "one of the two") for exchange in pair[:2]))


def _maker(response: Response) -> tuple[str | None, str | None]:
    return response.headers.get("server"), response.headers.get("x-powered-by")


def _example() -> Facts:
    airplay = answer(403, "Server: AirTunes/775.3.1")
    asked = call(url="http://localhost:5000/users", origin="http://localhost:3000")
    return facts(asked, actual=airplay)


CAUSE = Cause(
    name="wrong-program-on-port",
    title="Another program answers on that port",
    group=Group.NETWORK,
    remedies=(Remedy.START_SERVER, Remedy.CHANGE_URL),
    happened="Something listens on the port, but it is not your server.",
    why="The other program knows nothing of your page, so its answers have no CORS headers.",
    change="Let your server listen on another port and call that. On a Mac port 5000 and 7000 belong to AirPlay "
    "(System Settings, General, AirDrop & Handoff, AirPlay Receiver).",
    expert="localhost may be ::1 or 127.0.0.1; a server bound to one of them and another program at the other look "
    "like one that answers at random. Development servers move to the next free port when theirs is taken.",
    symptoms=("Server: AirTunes", "403 on port 5000 on a Mac", "localhost is blocked, 127.0.0.1 works"),
    needs=(experiments.LOCALHOST_ADDRESSES,),
    outranks=("auth-before-cors", "no-allow-origin", "not-found-404", "options-not-handled", "origin-refused"),
    rate=2.0,
    detect=_detect,
    example=_example,
)
