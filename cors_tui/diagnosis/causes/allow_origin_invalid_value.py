"""Access-Control-Allow-Origin holds something that is no origin."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.url import parse_url


def _detect(facts: Facts) -> Finding | None:
    for exchange in look.answers(facts):
        shown = look.allow_origin(exchange.response)
        if shown is not None and look.blocked(facts) and _is_no_origin(shown):
            says = f"The server allows `{shown}`, and that is not an origin: {_because(shown)}."
            evidence = look.header(exchange, look.ALLOW_ORIGIN, "what the server allows")
            return CAUSE.found(Certainty.PROVEN, says, evidence)
    return None


def _is_no_origin(shown: str) -> bool:
    """Lists and empty values are causes of their own."""
    if shown in ("*", "null", "") or "," in shown or " " in shown:
        return False
    url = parse_url(shown)
    return url is None or "*" in shown or str(url.origin) != shown


def _because(shown: str) -> str:
    if shown[:1] in "[(/^":
        return "a list or a pattern of the code came out as text"
    if "*" in shown:
        return "patterns do not exist here, `*` counts only alone"
    if shown[:1] in "'\"":
        return "the quotes are part of the value"
    if "://" not in shown:
        return "the scheme is missing"
    return "an origin is scheme, host and port in lower case, without the default port and without a path"


def _example() -> Facts:
    return facts(call(), actual=answer(200, "Access-Control-Allow-Origin: https://*.example.com"))


CAUSE = Cause(
    name="allow-origin-invalid-value",
    title="Access-Control-Allow-Origin is not an origin",
    group=Group.ORIGIN,
    remedies=(Remedy.SEND_POLICY,),
    happened="The header holds a pattern, a quoted value, a host without scheme, or something else that is no origin.",
    why="The browser compares the whole value with your page's origin. There are no patterns in this header.",
    change="Let the server match the pattern itself, and answer with the one origin that asked.",
    expert="`https://*.example.com`, `'*'` in quotes, upper case, a default port written out (`:443`). Patterns belong "
    "into the middleware, anchored at both ends.",
    symptoms=("contains the invalid value", "does not match"),
    rate=1.5,
    detect=_detect,
    example=_example,
)
