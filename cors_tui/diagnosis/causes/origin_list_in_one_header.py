"""Several origins in one Access-Control-Allow-Origin."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    PAGE,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    for exchange in look.answers(facts):
        lines = exchange.response.headers.get_all(look.ALLOW_ORIGIN) if exchange.response else ()
        parts = re.split(r"[,\s]+", lines[0].strip()) if len(lines) == 1 else []
        if len(set(parts)) > 1 and look.blocked(facts):
            says = f"{look.ALLOW_ORIGIN} holds a list of {len(parts)} values, and it may hold one only."
            return CAUSE.found(Certainty.PROVEN, says, look.header(exchange, look.ALLOW_ORIGIN, "a list"))
    return None


def _example() -> Facts:
    return facts(call(), actual=answer(200, f"Access-Control-Allow-Origin: {PAGE},http://localhost:3000"))


CAUSE = Cause(
    name="origin-list-in-one-header",
    title="Several origins in one Access-Control-Allow-Origin",
    group=Group.DUPLICATE,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server writes all its allowed origins into one header.",
    why="The header may name one origin, or `*`. A list matches nothing, even when your page is in it.",
    change="Give the middleware a real list, not one string with commas, and it answers with the one that asked.",
    expert="`origin: process.env.CORS_ORIGINS` without split; options that take one string; Koa with an array sends "
    "one line each.",
    symptoms=("header contains multiple values, but only one is allowed",),
    outranks=("allow-origin-invalid-value",),
    rate=2.0,
    detect=_detect,
    example=_example,
)
