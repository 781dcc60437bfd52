"""What stands in front answers by itself; the server behind it is never asked."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    through = facts.actual
    direct = look.same_request(facts.seen(experiments.DIRECT), through)
    if through is None or direct is None or through.response is None or direct.response is None:
        return None
    if not look.blocked(facts) or not look.bare(through.response):
        return None
    if _hides_a_refusal(facts, through.response, direct.response):
        says = f"The origin server answers {direct.response.status}; what stands in front answers by itself instead."
        shown = look.status(direct, "straight from the origin server"), look.status(through, "through what is in front")
        return CAUSE.found(Certainty.LIKELY, says, *shown, remedies=(Remedy.PASS_THROUGH, Remedy.CHANGE_REQUEST))
    if not look.is_ok(through.response) or not look.is_ok(direct.response):
        return None
    if not look.made_by_another(through.response, direct.response):
        return None
    says = "The origin server answers with something else: what stands in front seems to answer by itself."
    shown = (_kind(through, "through the layer in front"), _kind(direct, "straight from the origin server"))
    return CAUSE.found(Certainty.LIKELY, says, *shown)


def _hides_a_refusal(facts: Facts, through: Response, direct: Response) -> bool:
    """A refusal that the page could read has become an answer of another status, neither an error nor a redirect."""
    refused = 400 <= direct.status <= 499 and look.lets_in(facts, direct)
    return refused and through.status < 400 and "location" not in through.headers


def _kind(exchange: Exchange, shows: str) -> Evidence:
    has = exchange.response is not None and "content-type" in exchange.response.headers
    return look.header(exchange, "Content-Type", shows) if has else look.status(exchange, f"{shows}: no content at all")


def _example() -> Facts:
    return facts(
        call(),
        actual=answer(200, "Server: Caddy", "Content-Length: 0"),
        answers={"origin-server": "10.0.0.5:8000"},
        experiments={experiments.DIRECT: [answer(200, "Content-Type: application/json", *allows(), body="[]")]},
    )


CAUSE = Cause(
    name="proxy-does-not-forward",
    title="A proxy answers by itself and does not ask the server",
    group=Group.NETWORK,
    remedies=(Remedy.PASS_THROUGH, Remedy.CHANGE_URL),
    happened="Asked directly, your server gives its answer. Asked through the proxy, another kind of answer comes: the "
    "proxy has no rule that leads this path to your server.",
    why="The proxy's own answer has no CORS headers, so the page sees CORS.",
    change="Compare the path that the page calls with the proxy's rules: a prefix such as /api, a host name, the order "
    "of the rules. Let the path lead to the server, or call the one that does.",
    expert="Caddy answers 200 with nothing where no `handle` matches; nginx serves its `root` or index page; a "
    "catch-all virtual host or ingress answers for every name; `error_page 404 =200 /index.html` makes a page of a "
    "refusal.",
    symptoms=("an empty answer of status 200", "works when asked directly, not through the proxy"),
    needs=(experiments.DIRECT,),
    outranks=("no-allow-origin", "origin-not-in-list", "route-before-middleware"),
    rate=1.0,
    detect=_detect,
    example=_example,
)
