"""The origin server sends the headers; what stands in front of it takes them away."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange

_OTHERS = (look.ALLOW_CREDENTIALS, look.ALLOW_METHODS, look.ALLOW_HEADERS)


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    for through in look.answers(facts):
        direct = look.same_role(facts.seen(experiments.DIRECT), through)
        if direct is None or through.response is None or direct.response is None:
            continue
        if _is_stored(facts, through):
            return None
        lost = _lost(facts, through.response, direct.response)
        if lost and _same(facts, through, through.response, direct.response):
            return _found(through, direct, lost)
    return None


def _lost(facts: Facts, through: Response, direct: Response) -> str:
    """The header that the direct answer has and this one lacks, when browsers stop for want of it."""
    if look.bare(through):
        return look.ALLOW_ORIGIN if not look.bare(direct) else ""
    missed = {outcome.failure.header.lower() for outcome in facts.outcomes.values() if outcome and outcome.failure}
    gone = (name for name in _OTHERS if name in direct.headers and name not in through.headers)
    return next((name for name in gone if name.lower() in missed), "")


def _is_stored(facts: Facts, through: Exchange) -> bool:
    """Past the cache the same request gets the header: then it is a stored answer, not a stripped one."""
    fresh = look.same_role(facts.seen(experiments.PAST_THE_CACHE), through)
    return fresh is not None and look.lets_in(facts, fresh.response)


def _same(facts: Facts, through: Exchange, here: Response, there: Response) -> bool:
    """The same answer but for headers. Another status, or another kind of content, means that the proxy answered by
    itself; so does an error, when the answers that are none keep their headers."""
    if here.status != there.status or look.made_by_another(here, there):
        return False
    return here.status < 400 or look.headers_elsewhere(facts, than=through) is None


def _found(through: Exchange, direct: Exchange, lost: str) -> Finding:
    says = f"The origin server sends {lost}, and what stands in front of it removes it."
    sent = look.header(direct, lost, "straight from the origin server")
    return CAUSE.found(Certainty.PROVEN, says, sent, look.lacks(through, lost))


def _example() -> Facts:
    behind = answer(200, "Server: uvicorn", *allows())
    return facts(
        call(),
        actual=answer(200, "Server: nginx", "Vary: Origin"),
        answers={"origin-server": "10.0.0.5:8000"},
        experiments={experiments.DIRECT: [behind]},
    )


CAUSE = Cause(
    name="stripped-by-proxy",
    title="A CDN or proxy strips the CORS headers",
    group=Group.DUPLICATE,
    remedies=(Remedy.PASS_THROUGH, Remedy.OWN_AT_PROXY),
    happened="Asked directly, your server sends the right headers. Asked through the CDN or proxy, they are gone.",
    why="The browser only sees what arrives. A header that was taken away on the road was never sent, as far as it can "
    "tell.",
    change="Take out the rule that removes it at the proxy or CDN, or let the proxy own CORS. Your server's code is "
    "right already.",
    expert="nginx `proxy_hide_header`, HAProxy `del-header`, Varnish `unset beresp.http...` or `unset req.http.Origin` "
    "(then the server never adds them), Caddy `header_down -...`, a CloudFront policy that does not forward Origin, a "
    "Cloudflare Transform Rule. Cloudflare and nginx strip nothing by default; `proxy_pass_header` is no cure.",
    symptoms=(
        "No 'Access-Control-Allow-Origin' header is present on the requested resource",
        "works when asked directly, not through the CDN",
    ),
    needs=(experiments.DIRECT,),
    outranks=(
        "no-allow-origin",
        "origin-not-in-list",
        "route-before-middleware",
        "error-without-headers",
        "only-errors-bare",
        "allow-credentials-missing",
        "header-not-allowed",
        "method-not-allowed",
    ),
    rate=3.0,
    detect=_detect,
    example=_example,
)
