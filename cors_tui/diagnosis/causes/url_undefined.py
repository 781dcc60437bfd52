"""A variable in the URL was never filled in."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    call,
    facts,
)
from cors_tui.remedy import Remedy

_HOLE = re.compile(r"\b(undefined|NaN)\b|\[object Object\]|\$\{[^}]*\}|%24%7B|\{\{[^}]*\}\}|(?<=[/=])null(?=[/?&#]|$)")
_TWICE = re.compile(r"^https?:/*https?(:|/)/*")


def _detect(facts: Facts) -> Finding | None:
    written = facts.case.call.url
    hole = _HOLE.search(written) or _TWICE.search(written)
    if hole is None:
        return None
    says = f"The URL holds `{hole.group()}`: a variable of the page was not filled in as meant."
    return CAUSE.found(Certainty.PROVEN, says, look.written("the URL", written, "as written"))


def _example() -> Facts:
    return facts(call(url="http://undefined/users"))


CAUSE = Cause(
    name="url-undefined",
    title="A variable in the URL was not filled in",
    group=Group.URL_SHAPE,
    remedies=(Remedy.CHANGE_URL,),
    happened="The page builds its URL from a variable, and the variable has no value, or the scheme is there twice.",
    why="The browser calls exactly what it is given: a host called `undefined`, or a path of your own page.",
    change="Print the URL before the call. Environment variables of a bundler are read when it builds: set them there, "
    "with the prefix the bundler wants, and build again.",
    expert="`VITE_`, `NEXT_PUBLIC_`, `REACT_APP_` prefixes; values are baked into the bundle.",
    symptoms=("http://undefined/", "https://app.example.com/undefined/users", "net::ERR_NAME_NOT_RESOLVED"),
    outranks=("mixed-content", "name-not-resolved", "not-found-404", "no-allow-origin"),
    rate=1.5,
    detect=_detect,
    example=_example,
)
