"""429: too many requests."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    for exchange in look.answers(facts):
        response = exchange.response
        if response is not None and response.status == 429 and look.blocked(facts):
            says = "The server has had too many requests from you (429), and says so without CORS headers."
            evidence = [look.status(exchange, "too many requests")]
            if "retry-after" in response.headers:
                evidence.append(look.header(exchange, "Retry-After", "when to come back"))
            return CAUSE.found(Certainty.PROVEN, says, *evidence)
    return _pasted(facts)


def _pasted(facts: Facts) -> Finding | None:
    found = re.search(r"net::ERR_FAILED 429[^\n]*|\b429 \(Too Many Requests\)", look.pasted_text(facts))
    if found is None:
        return None
    says = "The console says 429: too many requests."
    return CAUSE.found(Certainty.PROVEN, says, look.pasted(found.group(), "the status behind the CORS line"))


def _example() -> Facts:
    return facts(call(), actual=answer(429, "Retry-After: 30", reason="Too Many Requests"))


CAUSE = Cause(
    name="rate-limited",
    title="Too many requests (429)",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.CHANGE_REQUEST, Remedy.KEEP_ON_ERRORS),
    happened="A rate limit was reached. The limiter answers before the CORS code, so its answer has no CORS headers.",
    why="The browser hides the 429, so the page can neither see it nor wait for Retry-After.",
    change="Ask less often. At your own server put CORS outside the rate limiter.",
    expert="Preflights count, too, at many limiters: cache them with Access-Control-Max-Age.",
    symptoms=("net::ERR_FAILED 429 (Too Many Requests)", "works at first, then CORS errors"),
    outranks=("error-without-headers", "no-allow-origin", "options-not-handled"),
    rate=2.0,
    detect=_detect,
    example=_example,
)
