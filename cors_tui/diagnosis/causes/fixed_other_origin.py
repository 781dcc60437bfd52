"""The server names one origin, always the same, and it is not this page's."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.url import parse_url


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    for exchange in look.answers(facts):
        shown = look.allow_origin(exchange.response)
        if shown and shown != look.origin(facts) and _is_an_origin(shown):
            says = f"The server allows {shown} alone; your page is {look.origin(facts)}."
            evidence = [look.header(exchange, look.ALLOW_ORIGIN, "what the server allows")]
            evidence.append(look.asked(exchange, "Origin", "what was sent"))
            return CAUSE.found(Certainty.PROVEN, says, *evidence, *_to_a_stranger(facts, shown))
    return None


def _is_an_origin(shown: str) -> bool:
    url = parse_url(shown)
    if shown == "null":
        return True
    return url is not None and "*" not in shown and str(url.origin) == shown


def _to_a_stranger(facts: Facts, shown: str) -> tuple[Evidence, ...]:
    same = (e for e in facts.seen(experiments.STRANGER_ORIGIN) if look.allow_origin(e.response) == shown)
    return tuple(look.header(e, look.ALLOW_ORIGIN, "the same to a stranger: it is fixed") for e in [*same][:1])


def _example() -> Facts:
    return facts(call(), actual=answer(200, *allows("http://localhost:5173")))


CAUSE = Cause(
    name="fixed-other-origin",
    title="The server allows another origin only",
    group=Group.ORIGIN,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server names one origin in its answer, and it is not your page's.",
    why="The browser wants to read the very origin of the page that asks.",
    change="Add your page's origin to the server's list. Often the deployed server still has the development address "
    "in an environment variable, or the other way round.",
    expert="A single string in cors, Fastify or Koa is sent to everybody unchanged, and is no proof that the server "
    "looked at your Origin. Hono before 4.7 answers unknown origins with the first of its list.",
    symptoms=("has a value that is not equal to the supplied origin", "does not match"),
    needs=(experiments.STRANGER_ORIGIN,),
    rate=4.0,
    detect=_detect,
    example=_example,
)
