"""Socket.IO has CORS settings of its own."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    exchange = look.first(facts)
    if exchange is None or exchange.response is None or not look.blocked(facts):
        return None
    if not exchange.request.url.path.startswith("/socket.io") or look.lets_in(facts, exchange.response):
        return None
    says = "This is Socket.IO's own address: the CORS settings of Express do not reach it."
    path = look.written("the URL", exchange.request.url.path, "Socket.IO's path")
    return CAUSE.found(Certainty.LIKELY, says, path, look.status(exchange, "the answer"))


def _example() -> Facts:
    url = "http://localhost:3001/socket.io/?EIO=4&transport=polling"
    return facts(call(url=url, origin="http://localhost:3000"), actual=answer(200, body="0{}"))


CAUSE = Cause(
    name="socketio-own-cors",
    title="Socket.IO has its own CORS settings",
    group=Group.MISSING,
    remedies=(Remedy.SEND_POLICY,),
    happened="The page connects by Socket.IO, which answers its path itself, beside Express.",
    why="`app.use(cors())` does not see these requests. Since version 3 Socket.IO allows no other origin by itself.",
    change="Pass the setting to Socket.IO: `new Server(server, { cors: { origin: 'https://app.example.com' } })`. A "
    "404 means that Socket.IO is not attached to the server that listens.",
    expert="With credentials set `cors.credentials` and `withCredentials`. `transports: ['websocket']` avoids CORS, "
    "and with it the check.",
    symptoms=("/socket.io/?EIO=4&transport=polling has been blocked by CORS policy",),
    outranks=(
        "no-allow-origin",
        "not-found-404",
        "origin-not-in-list",
        "fixed-other-origin",
        "wildcard-with-credentials",
        "origin-null",
        "route-before-middleware",
        "location-drops-headers",
    ),
    rate=1.5,
    detect=_detect,
    example=_example,
)
