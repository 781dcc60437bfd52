"""The server redirects http to https."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    for exchange, to in look.redirects(facts):
        asked = exchange.request.url
        if asked.scheme == "http" and to.scheme == "https" and to.host == asked.host and to.path == asked.path:
            says = f"{look.redirect_says(exchange, to)}: the URL should begin with https."
            found = look.redirect_evidence(exchange)
            return CAUSE.found(Certainty.PROVEN, says, *found, *_by_https(facts), next=_next(facts))
    return None


def _by_https(facts: Facts) -> tuple[Evidence, ...]:
    return tuple(
        look.header(each, look.ALLOW_ORIGIN, "by https your page is let in")
        for each in facts.seen(experiments.HTTPS_INSTEAD)
        if look.lets_in(facts, each.response)
    )


def _next(facts: Facts) -> str:
    """What the answers by https show already."""
    bare = [each for each in facts.seen(experiments.HTTPS_INSTEAD) if look.bare(each.response)]
    if not bare:
        return ""
    status = bare[0].response.status if bare[0].response else 0
    return f"By https the answer ({status}) has no {look.ALLOW_ORIGIN} either: that shows as soon as the URL is right."


def _example() -> Facts:
    moved = answer(301, "Location: https://api.example.com/users", reason="Moved Permanently")
    asked = call("GET", "X-Api-Key: k", url="http://api.example.com/users", origin="http://app.example.com")
    return facts(asked, preflight=moved, actual=moved)


CAUSE = Cause(
    name="redirect-to-https",
    title="http is redirected to https",
    group=Group.REDIRECT,
    remedies=(Remedy.CHANGE_URL,),
    happened="The page calls `http://…`, and the server sends everybody on to `https://…`.",
    why="A preflight must not be redirected, and a redirect without CORS headers stops any other request.",
    change="Write `https://` in the URL the page calls.",
    expert="Made by the proxy or the platform (nginx return 301, Caddy's automatic 308, Django SECURE_SSL_REDIRECT, "
    "Cloudflare Always Use HTTPS), before any CORS code. The other direction exists as well: an application behind "
    "TLS that builds http:// redirects because it does not trust X-Forwarded-Proto.",
    symptoms=("Redirect is not allowed for a preflight request", "Moved Permanently"),
    needs=(experiments.HTTPS_INSTEAD,),
    outranks=("redirect-preflight", "no-allow-origin"),
    rate=2.5,
    detect=_detect,
    example=_example,
)
