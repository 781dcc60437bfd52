"""The page's origin is `null`."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    exchange = look.first(facts)
    if exchange is None or look.origin(facts) != "null" or not look.blocked(facts):
        return None
    if look.lets_in(facts, exchange.response) or exchange.error is not None:
        return None
    says = "Your page has no origin: the browser sends `Origin: null`, which no server should let in."
    return CAUSE.found(Certainty.PROVEN, says, look.asked(exchange, "Origin", "what was sent"))


def _example() -> Facts:
    return facts(call(origin="null"), actual=answer(200, *allows()))


CAUSE = Cause(
    name="origin-null",
    title="The page's origin is null",
    group=Group.URL_SHAPE,
    remedies=(Remedy.SERVE_PAGE,),
    happened="The page comes from a file, a sandboxed frame or a data: URL, so it has no origin of its own.",
    why="The browser sends `Origin: null`. Everybody can make such a page, so a server must not trust it.",
    change='Serve the page from a (local) web server, or give the frame `sandbox="allow-same-origin"`. Do not add '
    "`null` to the server's list.",
    expert="Opaque origins: file:, data:, sandboxed frames, and every request after a redirect from one foreign origin "
    "to another.",
    symptoms=("from origin 'null' has been blocked by CORS policy", "Origin null is not allowed"),
    outranks=("no-allow-origin", "fixed-other-origin", "origin-not-in-list"),
    rate=2.0,
    detect=_detect,
    example=_example,
)
