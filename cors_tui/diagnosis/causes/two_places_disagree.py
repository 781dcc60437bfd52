"""Two places set Access-Control-Allow-Origin, and their values disagree."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import PAGE, allows, allows_all_of, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    for stuck in look.answers(facts):
        other = look.let_in_elsewhere(facts, than=stuck)
        if stuck.request.hop == 0 and other is not None and _names_another(stuck, look.origin(facts)):
            return _found(facts, stuck, other)
    return None


def _names_another(exchange: Exchange, page: str) -> bool:
    """One whole origin, and not this page's."""
    shown = look.allow_origin(exchange.response)
    url = parse_url(shown) if shown and shown != page else None
    return url is not None and "*" not in (shown or "") and str(url.origin) == shown


def _found(facts: Facts, stuck: Exchange, other: Exchange) -> Finding:
    shown = look.allow_origin(stuck.response)
    what = "preflight" if stuck is facts.preflight else "request"
    says = f"The answer to the {what} allows {shown}, and another answer of the same server lets your page in."
    wrong = look.header(stuck, look.ALLOW_ORIGIN, f"the answer to the {what}")
    right = look.header(other, look.ALLOW_ORIGIN, "another answer, to the same origin")
    return CAUSE.found(Certainty.PROVEN, says, wrong, right, look.asked(stuck, "Origin", "what was sent"))


def _example() -> Facts:
    overwritten = answer(200, *allows("https://www.example.com"))
    return facts(call("GET", "X-Api-Key: k"), preflight=answer(204, *allows_all_of(PAGE)), actual=overwritten)


CAUSE = Cause(
    name="two-places-disagree",
    title="Two places set the header, and one overwrites the other",
    group=Group.DUPLICATE,
    remedies=(Remedy.SEND_ONCE, Remedy.SEND_POLICY),
    happened="The preflight and the request itself (or this route and another) are given different origins: the header "
    "is set in two places.",
    why="The browser asks for your page's origin in both answers; one of them names another.",
    change="Look for the second place: a route that sets the header by hand, a second CORS middleware, a setting of "
    "the platform or the proxy. Keep one.",
    expert="With two middlewares in one Express, Hono or Koa application the first answers OPTIONS and the last one "
    "wins on the real answer. `res.set` and `c.header` in a handler overwrite what the middleware set.",
    symptoms=("has a value that is not equal to the supplied origin", "OPTIONS is fine, GET names another origin"),
    needs=(experiments.MISSING_PATH, experiments.PLAIN_OPTIONS),
    outranks=("fixed-other-origin", "origin-wrong-host-or-port", "origin-wrong-scheme"),
    rate=1.0,
    detect=_detect,
    example=_example,
)
