"""Allow-Methods or Allow-Headers does not parse as a list."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Refusal

_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")


def _detect(facts: Facts) -> Finding | None:
    exchange = facts.preflight
    if not look.refused_with(facts, Refusal.ALLOW_METHODS_INVALID, Refusal.ALLOW_HEADERS_INVALID) or exchange is None:
        return None
    for name in (look.ALLOW_METHODS, look.ALLOW_HEADERS):
        bad = next((each for each in look.elements(exchange.response, name) if not _TOKEN.fullmatch(each)), None)
        if bad is not None:
            says = f"{name} cannot be read as a list: `{bad}` is not one name, and that spoils the whole header."
            return CAUSE.found(Certainty.PROVEN, says, look.header(exchange, name, "names, with commas between"))
    return None


def _example() -> Facts:
    listed = (*allows(), "Access-Control-Allow-Methods: GET; POST; PUT", "Access-Control-Allow-Headers: x-api-key")
    return facts(call("GET", "X-Api-Key: k"), preflight=answer(204, *listed), actual=answer(200, *allows()))


CAUSE = Cause(
    name="malformed-list",
    title="A list of methods or headers cannot be read",
    group=Group.NAMES,
    remedies=(Remedy.SEND_POLICY,),
    happened="Access-Control-Allow-Methods or -Headers is not a list of names with commas: there is a semicolon, a "
    "space or a quote in it.",
    why="One bad element spoils the whole header, and then nothing is allowed, not even what was not asked for.",
    change="Separate the names with commas.",
    expert="`GET; POST` blocks even a GET that has a custom header.",
    symptoms=("Cannot parse Access-Control-Allow-Methods response header field", "invalid token in CORS header"),
    outranks=("header-not-allowed", "method-not-allowed"),
    rate=0.5,
    detect=_detect,
    example=_example,
)
