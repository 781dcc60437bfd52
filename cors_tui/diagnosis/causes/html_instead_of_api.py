"""A front end's server answers every path with its index page."""

from __future__ import annotations

import re

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange

_HTML = re.compile(r"<!doctype html|<html\b", re.IGNORECASE)


def _detect(facts: Facts) -> Finding | None:
    exchange = facts.actual
    if exchange is None or not look.blocked(facts) or not _is_page(exchange) or not look.bare(exchange.response):
        return None
    anywhere = next((e for e in facts.seen(experiments.MISSING_PATH) if _is_page(e)), None)
    if anywhere is None:
        return None
    says = "A web page comes where the API was called, and for every other path as well: that is another server."
    kind = look.header(exchange, "Content-Type", "a page, not data")
    return CAUSE.found(Certainty.PROVEN, says, kind, look.status(anywhere, "the same for a path that does not exist"))


def _is_page(exchange: Exchange) -> bool:
    response = exchange.response
    if response is None or not look.is_ok(response) or not _HTML.search(response.body[:2000]):
        return False
    return "html" in (response.headers.get("content-type") or "")


def _example() -> Facts:
    page = answer(200, "Content-Type: text/html", body="<!doctype html><title>My app</title>")
    return facts(call(), actual=page, experiments={experiments.MISSING_PATH: [page]})


CAUSE = Cause(
    name="html-instead-of-api",
    title="A web page comes instead of the API",
    group=Group.NETWORK,
    remedies=(Remedy.CHANGE_URL,),
    happened="The address belongs to a front end's own server. It answers every path with its index page (200).",
    why="That server has no CORS settings for data, and the answer would not be what you want anyway.",
    change="Set the API's address where the page is built: another port, another host, or a path prefix that the proxy "
    "forwards.",
    expert="Single-page hosting rewrites every unknown path to index.html. Once CORS is out of the way the next error "
    "is `Unexpected token '<'`.",
    symptoms=("Unexpected token '<', \"<!doctype\" is not valid JSON", "HTML where JSON was expected"),
    needs=(experiments.MISSING_PATH,),
    outranks=("no-allow-origin", "proxy-does-not-forward"),
    rate=1.5,
    detect=_detect,
    example=_example,
)
