"""Two layers both add the CORS headers."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import PAGE, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    for exchange in look.answers(facts):
        for name in (look.ALLOW_ORIGIN, look.ALLOW_CREDENTIALS):
            if _is_doubled(exchange.response, name, facts) or _is_added_to(facts, exchange, name):
                return _found(facts, exchange, name)
    return None


def _is_doubled(response: Response | None, name: str, facts: Facts) -> bool:
    """Several lines, or one that a layer joined out of equal values (`**`, too), or of this page's origin and `*`."""
    if response is None:
        return False
    lines = response.headers.get_all(name)
    if len(lines) > 1:
        return True
    parts = look.elements(response, name)
    if parts == ("**",):
        return True
    return len(parts) > 1 and (len(set(parts)) == 1 or set(parts) == {"*", look.origin(facts)})


def _is_added_to(facts: Facts, exchange: Exchange, name: str) -> bool:
    """A layer in front wrote a value of its own beside the server's."""
    direct = look.same_request(facts.seen(experiments.DIRECT), exchange)
    here, there = look.elements(exchange.response, name), look.elements(direct.response if direct else None, name)
    return bool(there) and set(there) < set(here)


def _found(facts: Facts, exchange: Exchange, name: str) -> Finding:
    evidence = [look.header(exchange, name, "a browser joins them to one value, and that matches nothing")]
    direct = next((e for e in facts.seen(experiments.DIRECT) if e.request.role is exchange.request.role), None)
    who = "most often two layers send it"
    if direct is not None and direct.response is not None and not _is_doubled(direct.response, name, facts):
        if name in direct.response.headers:
            evidence.append(look.header(direct, name, "straight from the origin server"))
            who = "the origin server sends it, and a layer in front once more"
        else:
            evidence.append(look.lacks(direct, name))
            who = "the origin server sends none, so that a layer in front sends both"
    return CAUSE.found(Certainty.PROVEN, f"{name} stands in the answer {_times(exchange, name)}: {who}.", *evidence)


def _times(exchange: Exchange, name: str) -> str:
    count = len(exchange.response.headers.get_all(name)) if exchange.response else 0
    return f"{count} times" if count > 2 else "twice"


def _example() -> Facts:
    twice = ("Access-Control-Allow-Origin: *", f"Access-Control-Allow-Origin: {PAGE}")
    return facts(call(), actual=answer(200, "Server: nginx", *twice))


CAUSE = Cause(
    name="doubled-by-two-layers",
    title="Two layers both send the CORS headers",
    group=Group.DUPLICATE,
    remedies=(Remedy.SEND_ONCE, Remedy.PASS_THROUGH, Remedy.OWN_AT_PROXY),
    happened="The application and something in front of it (nginx, a CDN, a platform's CORS setting) both add the "
    "header, so it arrives twice.",
    why="The browser joins repeated headers with a comma. `https://app.example.com, https://app.example.com` is not "
    "your origin, even though both halves are right.",
    change="Decide for one layer. Either take the CORS settings out of the proxy or platform, or hide the "
    "application's headers at the proxy and let the proxy own CORS.",
    expert="Within one process middlewares of Express, Hono, Starlette, Fastify and Django set the header and never "
    "double it; look for nginx `add_header`, Apache `Header always set`, Caddy `header` without `defer`, HAProxy "
    "`add-header`, a function URL's own CORS, or `res.append`. Doubled Allow-Methods and Allow-Headers do no harm; "
    "a doubled Allow-Credentials does.",
    symptoms=(
        "header contains multiple values, but only one is allowed",
        "Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed",
        "Access-Control-Allow-Origin cannot contain more than one origin",
    ),
    needs=(experiments.DIRECT,),
    outranks=("origin-list-in-one-header", "allow-origin-invalid-value", "fixed-other-origin", "overwritten-by-proxy"),
    rate=4.5,
    sources=("https://fetch.spec.whatwg.org/#concept-header-list-get",),
    detect=_detect,
    example=_example,
)
