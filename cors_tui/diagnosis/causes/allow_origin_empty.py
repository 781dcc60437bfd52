"""Access-Control-Allow-Origin is there, and empty."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy

_NOTHING = ("", "undefined", "None", "nil", "false", "(null)")
_NOT_FILLED_IN = re.compile(r"[$%]\{.*\}|\$\w+|\{.*\}|%\w+%|process\.env\b")


def _detect(facts: Facts) -> Finding | None:
    for exchange in look.answers(facts):
        shown = look.allow_origin(exchange.response)
        if shown is not None and look.blocked(facts) and (shown in _NOTHING or _NOT_FILLED_IN.match(shown)):
            says = f"The server sends {look.ALLOW_ORIGIN} with {f'`{shown}`' if shown else 'nothing'} in it."
            evidence = look.header(exchange, look.ALLOW_ORIGIN, "a variable that was never set")
            return CAUSE.found(Certainty.PROVEN, says, evidence)
    return None


def _example() -> Facts:
    return facts(call(), actual=answer(200, "Access-Control-Allow-Origin: "))


CAUSE = Cause(
    name="allow-origin-empty",
    title="Access-Control-Allow-Origin is empty",
    group=Group.ORIGIN,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server sends the header without an origin in it, with the word `undefined`, or with the name of a "
    "variable in place of its value.",
    why="An empty value is no origin, so it matches no page.",
    change="Look for the environment variable that should hold the origin: it is not set where the server runs.",
    expert="Koa with no Origin in the request, `''.split(',')`, a proxy's empty variable, a template that was not "
    "filled in; Apache's `%{NAME}e` gives `(null)`.",
    symptoms=("contains the invalid value ''", "does not match ‘’"),
    outranks=("allow-origin-invalid-value", "no-allow-origin"),
    rate=1.0,
    detect=_detect,
    example=_example,
)
