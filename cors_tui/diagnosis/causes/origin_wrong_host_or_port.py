"""The allowed origin is close to the page's: another port, www, localhost against 127.0.0.1."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.url import parse_url

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def _detect(facts: Facts) -> Finding | None:
    for exchange in look.answers(facts):
        shown = look.allow_origin(exchange.response) or ""
        difference = _difference(shown, look.origin(facts))
        if difference:
            says = f"The server allows {shown}, and your page is {look.origin(facts)}: {difference}."
            evidence = look.header(exchange, look.ALLOW_ORIGIN, "what the server allows")
            sent = look.asked(exchange, "Origin", "what the browser compares it with")
            return CAUSE.found(Certainty.PROVEN, says, evidence, sent)
    return _only_a_twin_is_let_in(facts)


def _only_a_twin_is_let_in(facts: Facts) -> Finding | None:
    stuck = look.first(facts)
    if stuck is None or not look.blocked(facts) or not look.bare(stuck.response):
        return None
    for exchange in facts.seen(experiments.SECOND_ORIGIN):
        other = exchange.request.headers.get("origin") or ""
        difference = _difference(other, look.origin(facts))
        if difference and look.allow_origin(exchange.response) == other:
            says = f"The server lets {other} in, and not {look.origin(facts)}: {difference}."
            let_in = look.header(exchange, look.ALLOW_ORIGIN, f"the answer to {other}")
            return CAUSE.found(Certainty.PROVEN, says, look.lacks(stuck, look.ALLOW_ORIGIN), let_in)
    return None


def _difference(shown: str, own: str) -> str:
    """What tells two related origins apart, "" for equal or unrelated ones."""
    a, b = parse_url(shown), parse_url(own)
    if a is None or b is None or shown == own or str(a.origin) != shown or a.scheme != b.scheme:
        return ""
    if a.host == b.host:
        return f"the port is {a.port} there and {b.port} here"
    if a.host in _LOOPBACK and b.host in _LOOPBACK:
        return f"{a.host} and {b.host} are two different hosts to a browser"
    if a.host.removeprefix("www.") == b.host.removeprefix("www."):
        return "with www and without are two different hosts"
    return ""


def _example() -> Facts:
    asked = call(url="http://127.0.0.1:8000/users", origin="http://127.0.0.1:3000")
    return facts(asked, actual=answer(200, *allows("http://localhost:3000")))


CAUSE = Cause(
    name="origin-wrong-host-or-port",
    title="The allowed origin has another port or spelling of the host",
    group=Group.ORIGIN,
    remedies=(Remedy.SEND_POLICY, Remedy.SERVE_PAGE),
    happened="The server lists an address very close to your page's: another port, with or without www, or localhost "
    "where the page says 127.0.0.1.",
    why="To a browser `http://localhost:3000`, `http://127.0.0.1:3000` and `http://localhost:3001` are three different "
    "origins. It compares letters, not addresses.",
    change="Open the page at the address the server lists, or add the page's own origin to the server's list. "
    "Development servers move to the next free port when theirs is taken: look at the address bar.",
    expert="The origin carries the port unless it is the scheme's default. List both spellings in development; "
    "redirect one of www and apex to the other in production.",
    symptoms=("has a value that is not equal to the supplied origin", "does not match", "localhost and 127.0.0.1"),
    needs=(experiments.SECOND_ORIGIN,),
    outranks=("fixed-other-origin", "origin-not-in-list", "no-allow-origin", "origin-refused"),
    rate=6.0,
    sources=("https://html.spec.whatwg.org/#same-origin",),
    detect=_detect,
    example=_example,
)
