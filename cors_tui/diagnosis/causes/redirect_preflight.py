"""The server redirects to another spelling of the URL: a slash, www, another host."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.request import Role
from cors_tui.standards.url import Url


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    for exchange, to in look.redirects(facts):
        if exchange.request.role is Role.PREFLIGHT or look.bare(exchange.response):
            says = f"{look.redirect_says(exchange, to)}: {_difference(exchange.request.url, to)}."
            elsewhere = str(to.origin) != str(exchange.request.url.origin)
            helps = (Remedy.CHANGE_URL,) if elsewhere else CAUSE.remedies
            found = (*look.redirect_evidence(exchange), *_at_the_other_address(facts, to))
            return CAUSE.found(Certainty.PROVEN, says, *found, remedies=helps)
    return None


def _at_the_other_address(facts: Facts, to: Url) -> tuple[Evidence, ...]:
    """What the URL with the slash changed, or the www, answers by itself."""
    asked = (*facts.seen(experiments.SLASH_VARIANT), *facts.seen(experiments.WWW_VARIANT))
    there = (each for each in asked if (each.request.url.host, each.request.url.path) == (to.host, to.path))
    return tuple(
        look.header(each, look.ALLOW_ORIGIN, "there your page is let in")
        for each in there
        if look.lets_in(facts, each.response)
    )


def _difference(asked: Url, to: Url) -> str:
    if to.host == asked.host and to.path.rstrip("/") == asked.path.rstrip("/") and to.path != asked.path:
        return "the slash at the end" + (" is wanted" if to.path.endswith("/") else " is not wanted")
    if to.host.removeprefix("www.") == asked.host.removeprefix("www.") and to.host != asked.host:
        return "the host is wanted with www" if to.host.startswith("www.") else "the host is wanted without www"
    return "another address" if to.host != asked.host else "another path"


def _example() -> Facts:
    moved = answer(308, "Location: /users/", reason="Permanent Redirect")
    return facts(call("GET", "X-Api-Key: k"), preflight=moved, actual=moved)


CAUSE = Cause(
    name="redirect-preflight",
    title="The server redirects to another spelling of the URL",
    group=Group.REDIRECT,
    remedies=(Remedy.CHANGE_URL, Remedy.STOP_REDIRECT),
    happened="The URL you call is not quite the one the server serves (a slash at the end, www, another host). The "
    "server answers with a redirect.",
    why="A preflight must not be redirected at all, and a redirect of the request itself needs CORS headers too.",
    change="Call the URL the redirect points to, letter by letter. Or let the server answer at both.",
    expert="Redirects are made before CORS code runs: Flask strict_slashes 308, Django APPEND_SLASH 301, nginx "
    "`location /api/`, Next.js 308, Starlette 307 (only on the request itself), S3 307 and 301 for a wrong region. "
    "After a redirect to another origin the browser sends `Origin: null`.",
    symptoms=(
        "Redirect is not allowed for a preflight request",
        "Response for preflight is invalid (redirect)",
        "CORS request external redirect not allowed",
    ),
    needs=(experiments.SLASH_VARIANT, experiments.WWW_VARIANT),
    outranks=("no-allow-origin", "options-not-handled"),
    rate=3.0,
    sources=("https://fetch.spec.whatwg.org/#cors-preflight-fetch",),
    detect=_detect,
    example=_example,
)
