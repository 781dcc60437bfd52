"""The answer depends on the origin, and does not say so."""

from __future__ import annotations

import re

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    PAGE,
    answer,
    call,
    facts,
)
from cors_tui.diagnosis.stored import stored_marks
from cors_tui.remedy import Remedy
from cors_tui.standards.request import Role
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    exchange = facts.actual
    if exchange is None or not look.allowed(facts) or look.allow_origin(exchange.response) != look.origin(facts):
        return None
    if {"origin", "*"} & {name.lower() for name in look.elements(exchange.response, "Vary")}:
        return None
    strangers = facts.seen(experiments.STRANGER_ORIGIN)
    other = next((e for e in strangers if e.response is not None and e.request.role is Role.ACTUAL), None)
    if (
        other is None
        or look.allow_origin(other.response) == look.origin(facts)
        or not _may_be_stored(exchange.response)
    ):
        return None
    says = "It works now, but the answer depends on the origin without `Vary: Origin`: a cache may mix pages up."
    mine = look.header(exchange, look.ALLOW_ORIGIN, "to your page")
    return CAUSE.found(Certainty.LIKELY, says, mine, _shown(other), *_stored(facts))


def _stored(facts: Facts) -> tuple[Evidence, ...]:
    """The very same asked twice: a cache in front answers the second time."""
    return tuple(
        look.header(second, name, "asked twice: the second time a cache answers")
        for second in facts.seen(experiments.TWICE)[1:2]
        for name in stored_marks(second.response)
    )


def _may_be_stored(response: Response | None) -> bool:
    control = (response.headers.get("cache-control") if response else "") or ""
    return not re.search(r"no-store|private", control, re.IGNORECASE)


def _shown(other: Exchange) -> Evidence:
    if look.bare(other.response):
        return look.lacks(other, look.ALLOW_ORIGIN)
    return look.header(other, look.ALLOW_ORIGIN, "to a stranger")


def _example() -> Facts:
    mine = answer(200, f"Access-Control-Allow-Origin: {PAGE}", "Cache-Control: max-age=600")
    other = answer(200, "Cache-Control: max-age=600")
    return facts(call(), actual=mine, experiments={experiments.STRANGER_ORIGIN: [other]})


CAUSE = Cause(
    name="vary-missing",
    title="Vary: Origin is missing",
    group=Group.CACHE,
    remedies=(Remedy.VARY_ON_ORIGIN,),
    happened="The server answers each origin differently and does not tell caches about it.",
    why="The next cache on the way may hand one page's answer to another; then it is blocked at random.",
    change="Send `Vary: Origin` with every answer: to allowed pages, to strangers, and without an Origin.",
    expert="flask-cors, aiohttp-cors, Litestar, Starlette up to 0.50 and function origins in cors leave it out for "
    "denied or missing origins. `res.set('Vary', ...)` overwrites it: append instead.",
    symptoms=("works sometimes", "a CDN serves the wrong Access-Control-Allow-Origin"),
    needs=(experiments.STRANGER_ORIGIN, experiments.TWICE),
    rate=1.0,
    sources=("https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches",),
    detect=_detect,
    example=_example,
)
