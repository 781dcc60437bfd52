"""Every request fails, on every path: what throws runs before the routes, often CORS code without its list."""

from __future__ import annotations

from dataclasses import replace

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    own = look.answers(facts)
    elsewhere = (*facts.seen(experiments.MISSING_PATH), *facts.seen(experiments.WITHOUT_ORIGIN))
    if not look.blocked(facts) or not own or not facts.seen(experiments.MISSING_PATH):
        return None
    if not facts.seen(experiments.WITHOUT_ORIGIN) or not all(map(_fails, (*own, *elsewhere))):
        return None
    nowhere = facts.seen(experiments.MISSING_PATH)[0]
    evidence = [
        look.status(own[0], "your request"),
        look.status(nowhere, "a path that does not exist"),
        look.status(elsewhere[-1], "without Origin"),
    ]
    named = next((each for each in (*own, *elsewhere) if _NAMES_CORS in _body(each)), None)
    if named is not None:
        says = "Every request fails (500) in the CORS code itself: it was given no list of origins that it can use."
        quote = look.body(named, _NAMES_CORS, "the framework's own words")
        return replace(CAUSE.found(Certainty.PROVEN, says, quote, *evidence), group=Group.ORIGIN)
    says = (
        "Every request fails (500), with and without Origin, even on a path that does not exist: code that runs before "
        "all routes throws, for want of a variable perhaps (that of the allowed origins, too)."
    )
    return CAUSE.found(Certainty.PROVEN, says, *evidence)


_NAMES_CORS = "Invalid CORS origin option"
"""What Fastify's CORS plugin answers to all when its origin is undefined or empty."""


def _body(exchange: Exchange) -> str:
    return exchange.response.body if exchange.response else ""


def _fails(exchange: Exchange) -> bool:
    return exchange.response is not None and exchange.response.status == 500


def _example() -> Facts:
    fails = answer(500, body="Internal Server Error")
    return facts(
        call(),
        actual=fails,
        experiments={experiments.MISSING_PATH: [fails], experiments.WITHOUT_ORIGIN: [fails]},
    )


CAUSE = Cause(
    name="everything-fails",
    title="Every request fails, whatever is asked",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.REPAIR_ERROR, Remedy.SEND_POLICY),
    happened="The server answers 500 to all, even where it should say 404. So the error is not in your route: it is in "
    "code that runs before every route.",
    why="An error made before the CORS code, or inside it, carries no CORS headers, and the browser hides it.",
    change="Look into the server's log. If you have just set up CORS, see whether the variable that holds the allowed "
    "origins is set where the server runs; then what the other middleware needs (a database, a secret).",
    expert="Hono throws `Cannot read properties of undefined` for every request when `origin` is undefined, Fastify "
    "`Invalid CORS origin option` when it is undefined or empty; Express then sends no header at all instead.",
    symptoms=("net::ERR_FAILED 500 (Internal Server Error)", "500 on every path since CORS was added"),
    needs=(experiments.MISSING_PATH, experiments.WITHOUT_ORIGIN),
    outranks=("preflight-500", "error-without-headers", "no-allow-origin"),
    rate=0.5,
    sources=("https://hono.dev/docs/middleware/builtin/cors",),
    detect=_detect,
    example=_example,
)
