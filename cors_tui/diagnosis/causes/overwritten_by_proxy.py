"""A layer in front writes another origin over the right one."""

from __future__ import annotations

from cors_tui import experiments
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
    if not look.blocked(facts):
        return None
    for through in look.answers(facts):
        direct = look.same_role(facts.seen(experiments.DIRECT), through)
        if direct is None or not look.lets_in(facts, direct.response) or look.bare(through.response):
            continue
        if through.response is not None and not look.lets_in(facts, through.response):
            says = "The origin server lets your page in, and a layer in front writes another value over it."
            right = look.header(direct, look.ALLOW_ORIGIN, "straight from the origin server")
            wrong = look.header(through, look.ALLOW_ORIGIN, "through the layer in front")
            return CAUSE.found(Certainty.PROVEN, says, right, wrong)
    return None


def _example() -> Facts:
    return facts(
        call(),
        actual=answer(200, "Server: nginx", *allows("https://www.example.com")),
        answers={"origin-server": "10.0.0.5:8000"},
        experiments={experiments.DIRECT: [answer(200, *allows())]},
    )


CAUSE = Cause(
    name="overwritten-by-proxy",
    title="A CDN or proxy overwrites the CORS headers",
    group=Group.DUPLICATE,
    remedies=(Remedy.PASS_THROUGH, Remedy.OWN_AT_PROXY),
    happened="Your server answers with the right origin, and the proxy replaces it by its own.",
    why="The browser sees only the last value.",
    change="Take the CORS setting out of the proxy, or put your page's origin into it.",
    expert="nginx hide + add_header, HAProxy set-header, Varnish set resp.http, Caddy header_down, CloudFront's "
    "response headers policy with OriginOverride, API Gateway HTTP APIs with CORS configured.",
    symptoms=("has a value that is not equal to the supplied origin", "works when asked directly"),
    needs=(experiments.DIRECT,),
    outranks=(
        "fixed-other-origin",
        "two-places-disagree",
        "allow-origin-empty",
        "origin-wrong-host-or-port",
        "origin-wrong-scheme",
        "origin-trailing-slash",
        "wildcard-with-credentials",
        "allow-origin-invalid-value",
    ),
    rate=1.5,
    detect=_detect,
    example=_example,
)
