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
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange, Refusal

_ASKED = {look.ALLOW_METHODS: "Access-Control-Request-Method", look.ALLOW_HEADERS: look.REQUEST_HEADERS}
"""What allows, and what asks for it."""


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
    return _a_list(facts) or _credentials(facts)


def _a_list(facts: Facts) -> Finding | None:
    """The same answer to the preflight but for one header, at which browsers stop."""
    through = facts.preflight
    direct = look.same_request(facts.seen(experiments.DIRECT), through)
    if through is None or through.response is None or direct is None or direct.response is None:
        return None
    changed = look.changed_headers(through.response, direct.response)
    missed = {outcome.failure.header.lower() for outcome in facts.outcomes.values() if outcome and outcome.failure}
    if through.response.status != direct.response.status or len(changed) != 1 or changed[0] not in missed:
        return None
    name = next((each for each in _ASKED if each.lower() == changed[0]), "")
    if not name or not look.elements(through.response, name) or not _allows(through, direct.response, name):
        return None
    if name == look.ALLOW_METHODS and look.not_listed_headers(facts):
        return None
    says = f"The origin server sends {name} of its own, and a layer in front writes another value over it."
    right = look.header(direct, name, "straight from the origin server")
    return CAUSE.found(Certainty.PROVEN, says, right, look.header(through, name, "through the layer in front"))


def _credentials(facts: Facts) -> Finding | None:
    """The origin server says `true`, and what arrives is another word."""
    if not look.refused_with(facts, Refusal.ALLOW_CREDENTIALS):
        return None
    for through in look.answers(facts):
        direct = look.same_request(facts.seen(experiments.DIRECT), through)
        here, there = (
            e.response.headers.get(look.ALLOW_CREDENTIALS) if e and e.response else None for e in (through, direct)
        )
        if direct is not None and here and here != "true" and "," not in here and there == "true":
            says = f"The origin server sends {look.ALLOW_CREDENTIALS}: true, and a layer in front writes over it."
            right = look.header(direct, look.ALLOW_CREDENTIALS, "straight from the origin server")
            wrong = look.header(through, look.ALLOW_CREDENTIALS, "through the layer in front")
            return CAUSE.found(Certainty.PROVEN, says, right, wrong)
    return None


def _allows(preflight: Exchange, direct: Response, name: str) -> bool:
    """Whether the list of `direct` has what the browser asks for."""
    wanted = (preflight.request.headers.get(_ASKED[name]) or "").lower().split(",")
    listed = {each.lower() for each in look.elements(direct, name)}
    return {each.strip() for each in wanted} <= listed or "*" in listed


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
        "header-not-allowed",
        "method-not-allowed",
        "allow-credentials-missing",
    ),
    rate=1.5,
    detect=_detect,
    example=_example,
)
