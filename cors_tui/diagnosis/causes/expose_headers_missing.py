"""The page cannot read a response header that is on the wire."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy

_UNSAFE = re.compile(r"Refused to get unsafe header [\"'‘“]?([A-Za-z0-9-]+)", re.IGNORECASE)


def _detect(facts: Facts) -> Finding | None:
    exchange = facts.actual
    wanted = _wanted(facts)
    if exchange is None or exchange.response is None or not wanted or wanted not in exchange.response.headers:
        return None
    seen = {name for outcome in facts.outcomes.values() if outcome for name in outcome.visible_headers}
    if not look.allowed(facts) or wanted.lower() in seen:
        return None
    says = f"The answer has {wanted}, and the page may not read it: {look.EXPOSE_HEADERS} does not name it."
    shown = look.header(exchange, wanted, "on the wire")
    exposed = look.EXPOSE_HEADERS in exchange.response.headers
    what = (
        look.header(exchange, look.EXPOSE_HEADERS, "exposed") if exposed else look.lacks(exchange, look.EXPOSE_HEADERS)
    )
    return CAUSE.found(Certainty.PROVEN, says, shown, what)


def _wanted(facts: Facts) -> str:
    found = _UNSAFE.search(look.pasted_text(facts))
    return found.group(1) if found else facts.case.answers.get("reads-header", "").strip()


def _example() -> Facts:
    sent = answer(200, *allows(), "Content-Disposition: attachment")
    return facts(call(), actual=sent, pasted=['Refused to get unsafe header "Content-Disposition"'])


CAUSE = Cause(
    name="expose-headers-missing",
    title="A response header is not exposed to the page",
    group=Group.NAMES,
    remedies=(Remedy.SEND_POLICY,),
    happened="The request works, but `response.headers.get(...)` gives null for a header that the network panel shows.",
    why="Without permission a page reads only a few response headers (Cache-Control, Content-Language, Content-Length, "
    "Content-Type, Expires, Last-Modified, Pragma).",
    change="Name the header in Access-Control-Expose-Headers of the real answer (not of the preflight's).",
    expert="`*` works without credentials only. Set-Cookie is never readable.",
    symptoms=("Refused to get unsafe header", "response.headers.get returns null", "Content-Disposition is undefined"),
    rate=2.0,
    sources=("https://fetch.spec.whatwg.org/#http-access-control-expose-headers",),
    detect=_detect,
    example=_example,
)
