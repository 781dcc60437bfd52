"""A CORS header is there under a name that no browser knows."""

from __future__ import annotations

import difflib

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange

_NAMES = (look.ALLOW_ORIGIN, look.ALLOW_CREDENTIALS, look.ALLOW_METHODS, look.ALLOW_HEADERS)
_OTHERS = (look.EXPOSE_HEADERS, look.MAX_AGE, "Access-Control-Allow-Private-Network", "Timing-Allow-Origin")
_KNOWN = frozenset(name.lower() for name in (*_NAMES, *_OTHERS))
_ALIKE = 0.9


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    for exchange in look.answers(facts):
        for wanted in _NAMES:
            if _is_missed(facts, wanted) and (written := _misspelled(exchange, wanted)):
                says = f"The server sends `{written}`, which no browser knows; the name is {wanted}."
                shown = look.header(exchange, written, "the name as it was sent")
                return CAUSE.found(Certainty.PROVEN, says, shown)
    return None


def _is_missed(facts: Facts, name: str) -> bool:
    """Whether some browser stops for want of it."""
    failures = [outcome.failure for outcome in facts.outcomes.values() if outcome is not None]
    return any(failure is not None and failure.header.lower() == name.lower() for failure in failures)


def _misspelled(exchange: Exchange, wanted: str) -> str:
    """A name of the answer that is nearly `wanted`, or `wanted` without its beginning; "" when there is none."""
    if exchange.response is None or wanted in exchange.response.headers:
        return ""
    names = (name for name, _ in exchange.response.headers if name.lower() not in _KNOWN)
    return next((name for name in names if _is_nearly(name.lower().replace("_", "-"), wanted.lower())), "")


def _is_nearly(name: str, wanted: str) -> bool:
    short = wanted.removeprefix("access-control-")
    return name in (short, f"x-{wanted}") or difflib.SequenceMatcher(None, name, wanted).ratio() >= _ALIKE


def _example() -> Facts:
    return facts(call(), actual=answer(200, "Access-Control-Allow-Origins: *"))


CAUSE = Cause(
    name="header-name-misspelled",
    title="A CORS header has a misspelled name",
    group=Group.MISSING,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server means to send a CORS header, and its name is not quite right.",
    why="A browser looks for the exact name. Any other header is passed over in silence.",
    change="Correct the name where it is set. Better, let the framework's CORS middleware write it.",
    expert="Access-Control-Allow-Origin and -Credentials and -Methods and -Headers: Origin is singular, Methods and "
    "Headers are plural. Upper and lower case do not matter; a letter, an underscore or a missing prefix do.",
    symptoms=("Access-Control-Allow-Origins", "Access-Control-Allow-Header", "Access-Control-Allow-Method"),
    outranks=("no-allow-origin", "header-not-allowed", "method-not-allowed", "origin-not-in-list"),
    rate=0.5,
    sources=("https://fetch.spec.whatwg.org/#http-responses",),
    detect=_detect,
    example=_example,
)
