"""The server lets every origin in, with credentials: it works, and for everybody."""

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
from cors_tui.experiment import STRANGER
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    own = look.first(facts)
    if own is None or not look.allowed(facts):
        return None
    for experiment in (experiments.STRANGER_ORIGIN, experiments.NULL_ORIGIN):
        other = look.same_request(facts.seen(experiment), own)
        if other is not None and _is_let_in(other):
            return _found(other)
    return None


def _is_let_in(other: Exchange) -> bool:
    page = other.request.headers.get("origin")
    response = other.response
    return (
        response is not None
        and look.allow_origin(response) == page
        and response.headers.get(look.ALLOW_CREDENTIALS) == "true"
    )


def _found(other: Exchange) -> Finding:
    page = other.request.headers.get("origin")
    says = f"It works, and for every page: {page} is let in with credentials as well."
    shown = look.header(other, look.ALLOW_ORIGIN, "the answer to a page nobody listed")
    credentials = look.header(other, look.ALLOW_CREDENTIALS, "with the cookies of whoever visits it")
    return CAUSE.found(Certainty.PROVEN, says, shown, credentials)


def _example() -> Facts:
    anybody = answer(200, *allows(STRANGER), "Access-Control-Allow-Credentials: true")
    mine = answer(200, *allows(), "Access-Control-Allow-Credentials: true")
    return facts(call(cookies=True), actual=mine, experiments={experiments.STRANGER_ORIGIN: [anybody]})


CAUSE = Cause(
    name="every-origin-let-in",
    title="Every origin is let in, with credentials",
    group=Group.CREDENTIALS,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server sends back whatever Origin it is asked from, and allows credentials with it.",
    why="The browser is content. But now every page on the internet can act as the person who is signed in, and read "
    "the answers.",
    change="List your own origins. If the data is public, allow `*` without credentials instead.",
    expert="`origin: true`, `Cors::permissive()`, `CORS_ALLOW_ALL_ORIGINS` with credentials, FastAPI's `*` with "
    "credentials since Starlette 1.0, flask-cors with supports_credentials alone. `null` is as bad: anybody can make "
    "a sandboxed frame.",
    symptoms=("Access-Control-Allow-Origin is whatever Origin was sent",),
    needs=(experiments.STRANGER_ORIGIN, experiments.NULL_ORIGIN),
    rate=0.5,
    detect=_detect,
    example=_example,
)
