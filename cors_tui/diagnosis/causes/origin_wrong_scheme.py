"""The allowed origin has another scheme than the page, or none."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    for exchange in look.answers(facts):
        shown = look.allow_origin(exchange.response)
        if shown is not None and _differs_in_scheme(shown, look.origin(facts)):
            says = f"The server allows {shown}, and your page is {look.origin(facts)}: the scheme has to be the same."
            evidence = look.header(exchange, look.ALLOW_ORIGIN, "what the server allows")
            sent = look.asked(exchange, "Origin", "what the browser compares it with")
            return CAUSE.found(Certainty.PROVEN, says, evidence, sent)
    return _only_the_other_scheme_is_let_in(facts)


def _differs_in_scheme(shown: str, origin: str) -> bool:
    host = origin.partition("://")[2]
    return bool(host) and shown != origin and shown in (host, f"http://{host}", f"https://{host}", f"//{host}")


def _only_the_other_scheme_is_let_in(facts: Facts) -> Finding | None:
    stuck = look.first(facts)
    if stuck is None or not look.blocked(facts) or not look.bare(stuck.response):
        return None
    for exchange in facts.seen(experiments.SECOND_ORIGIN):
        other = exchange.request.headers.get("origin") or ""
        if _differs_in_scheme(other, look.origin(facts)) and look.allow_origin(exchange.response) == other:
            says = f"The server lets {other} in, and not {look.origin(facts)}: the scheme has to be the same."
            let_in = look.header(exchange, look.ALLOW_ORIGIN, f"the answer to {other}")
            return CAUSE.found(Certainty.PROVEN, says, look.lacks(stuck, look.ALLOW_ORIGIN), let_in)
    return None


def _example() -> Facts:
    return facts(call(), actual=answer(200, *allows("http://app.example.com")))


CAUSE = Cause(
    name="origin-wrong-scheme",
    title="The allowed origin has another scheme (http against https), or none",
    group=Group.ORIGIN,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server lists your page's host, but with http instead of https (or the other way round), or without "
    "any scheme.",
    why="An origin begins with its scheme and the browser compares every letter: `http://` and `https://` are two "
    "origins, and `app.example.com` alone is none.",
    change="Write the origin in the server's list exactly as the browser's address bar has it, scheme included.",
    expert="Typical after a move to https, behind a proxy that ends TLS (the server builds the origin from its own "
    "idea of the scheme), or with a list of host names.",
    symptoms=("has a value that is not equal to the supplied origin", "contains the invalid value", "does not match"),
    needs=(experiments.SECOND_ORIGIN,),
    outranks=(
        "fixed-other-origin",
        "origin-wrong-host-or-port",
        "allow-origin-invalid-value",
        "origin-not-in-list",
        "no-allow-origin",
    ),
    rate=3.0,
    sources=("https://fetch.spec.whatwg.org/#cors-check",),
    detect=_detect,
    example=_example,
)
