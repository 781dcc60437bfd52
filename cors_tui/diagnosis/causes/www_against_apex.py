"""The page calls its own site, spelled with www where the page is without it (or the other way round)."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.url import parse_url


def _detect(facts: Facts) -> Finding | None:
    page, url, exchange = parse_url(facts.case.call.origin), look.target(facts), look.first(facts)
    if page is None or url is None or exchange is None or not look.blocked(facts) or not look.bare(exchange.response):
        return None
    alike = page.host.removeprefix("www.") == url.host.removeprefix("www.")
    if page.host == url.host or not alike or (page.scheme, page.port) != (url.scheme, url.port):
        return None
    says = f"The page is at {page.host} and calls {url.host}: one site in two spellings, which are two origins."
    evidence = [
        look.written("the URL", url.href, "what is called"),
        look.asked(exchange, "Origin", "where the page is"),
        look.lacks(exchange, look.ALLOW_ORIGIN),
    ]
    found = facts.seen(experiments.WWW_VARIANT)
    evidence += [look.status(e, "the page's own spelling answers, too") for e in found[-1:] if look.is_ok(e.response)]
    return CAUSE.found(Certainty.PROVEN, says, *evidence)


def _example() -> Facts:
    return facts(call(url="https://www.example.com/api/status", origin="https://example.com"), actual=answer(200))


CAUSE = Cause(
    name="www-against-apex",
    title="The page calls its own site with www (or without)",
    group=Group.REDIRECT,
    remedies=(Remedy.CHANGE_URL, Remedy.STOP_REDIRECT),
    happened="Page and API are the same site, but one address has www and the other has not.",
    why="To a browser these are two origins, so it asks for CORS headers that the site never needed.",
    change="Call a relative URL such as `/api/status`, and redirect one spelling of the site to the other.",
    expert="Often only some visitors see it: those who came by the other spelling, or by a deep link that is not "
    "redirected.",
    symptoms=("works with www, not without", "No 'Access-Control-Allow-Origin' header on my own domain"),
    needs=(experiments.WWW_VARIANT,),
    outranks=("no-allow-origin", "origin-not-in-list"),
    rate=1.0,
    detect=_detect,
    example=_example,
)
