"""The proxy answers OPTIONS itself; the server would have done it right."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    allows_all_of,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    through = facts.preflight
    if through is None or through.response is None or not look.blocked(facts):
        return None
    direct = look.same_role(facts.seen(experiments.DIRECT), through)
    if direct is None or not look.is_ok(direct.response) or not look.lets_in(facts, direct.response):
        return None
    if look.is_ok(through.response) or through.response.status == (direct.response.status if direct.response else 0):
        return None
    says = (
        f"A layer in front answers the preflight itself ({through.response.status}); the origin server does it right."
    )
    right = look.status(direct, "straight from the origin server")
    return CAUSE.found(Certainty.PROVEN, says, right, look.status(through, "through the layer in front"))


def _example() -> Facts:
    good = answer(204, *allows_all_of())
    return facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(405, "Server: nginx"),
        actual=answer(200, *allows()),
        answers={"origin-server": "10.0.0.5:8000"},
        experiments={experiments.DIRECT: [good, answer(200, *allows())]},
    )


CAUSE = Cause(
    name="preflight-answered-by-proxy",
    title="A CDN or proxy answers the preflight itself",
    group=Group.PREFLIGHT,
    remedies=(Remedy.PASS_THROUGH, Remedy.OWN_AT_PROXY),
    happened="Your server handles OPTIONS well, but the proxy does not let it through.",
    why="The browser gets the proxy's refusal instead of your server's permission.",
    change="Let the proxy pass OPTIONS on to the server: no method filter, no authentication for it.",
    expert="nginx limit_except, `if ($request_method = OPTIONS)`, auth_basic; HAProxy deny; Apache LimitExcept; "
    "CloudFront behaviours without OPTIONS in AllowedMethods; Cloudflare Access without its CORS setting; Varnish "
    "`return (hash)` turns OPTIONS into GET.",
    symptoms=("OPTIONS returns 403 or 405 from nginx", "It does not have HTTP ok status"),
    needs=(experiments.DIRECT,),
    outranks=("options-not-handled", "auth-before-cors", "redirect-preflight", "redirect-to-https"),
    rate=2.0,
    detect=_detect,
    example=_example,
)
