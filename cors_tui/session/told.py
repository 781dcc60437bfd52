"""What a pasted text tells, case by case: the call, what a browser says of it, and the likely causes. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cors_tui.browsers.browser import Reading
from cors_tui.case import Call
from cors_tui.diagnosis.cause import Group
from cors_tui.diagnosis.hypotheses import TAXONOMY, Hypothesis, hypotheses
from cors_tui.inputs.reader import UNKNOWN, Understood, known_readers
from cors_tui.inputs.readers.console import call_of
from cors_tui.inputs.reading import read_input
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Refusal

KINDS = {
    "console": "console lines",
    "curl": "a command",
    "code": "a page's code",
    "har": "a HAR",
    "headers": "headers or an .http file",
    "url": "a URL",
}
"""Every kind of text that is read, and what people call it."""

_LOOKED_AT = 200_000
"""Characters whose clues are weighed again with every correction."""

_ALSO = {"powershell": "curl"}
"""Readers whose texts are understood as another kind."""


@dataclass(frozen=True, slots=True)
class Told:
    """One case of a text. `call` is None where the text names no URL, `reading` where no browser speaks."""

    call: Call | None
    reading: Reading | None
    found: tuple[Hypothesis, ...]


def told(text: str, understood: Understood) -> tuple[Told, ...]:
    """The cases of a text, worst first: a console's failures, else the calls."""
    if understood.kind == "har":
        both = zip(understood.calls, understood.readings, strict=True)
        return tuple(Told(call, reading, hypotheses("", reading)) for call, reading in both)
    if understood.kind in ("headers", "curl") and understood.readings:
        refused = zip(understood.calls, understood.readings, strict=False)
        others = understood.calls[len(understood.readings) :]
        return tuple(Told(call, reading, hypotheses(text, reading)) for call, reading in refused) + tuple(
            Told(call, None, hypotheses(text, None, call)) for call in others
        )
    if understood.readings:
        pairs = [(call_of(reading, text), reading) for reading in understood.readings]
        return tuple(Told(call, reading, hypotheses(text, reading)) for call, reading in pairs)
    if understood.calls:
        return tuple(Told(call, None, hypotheses(text, None, call)) for call in understood.calls)
    if understood.responses:
        return (_of_response(understood.responses[-1]),)
    found = hypotheses(text)
    return (Told(None, None, found),) if found else ()


def _of_response(response: Response) -> Told:
    """The last answer of a dump that names no request: what any page would be refused for, if anything."""
    allowed = response.headers.get("access-control-allow-origin")
    if allowed is not None and "," not in allowed:
        return Told(None, None, ())
    refusal = Refusal.ALLOW_ORIGIN_MISSING if allowed is None else Refusal.ALLOW_ORIGIN_MULTIPLE
    reading = Reading("", refusal, value=allowed or "", status=response.status)
    return Told(None, reading, hypotheses("", reading))


def corrected(text: str, one: Told, call: Call, reading: Reading | None) -> Told:
    """`one` after a person corrected what was understood, with the likely causes of what stands there now.

    The clue words of `text` go on counting. A URL and an origin given to the call are the failure's too.
    """
    text = text[:_LOOKED_AT]
    if reading is None:
        return Told(call, None, hypotheses(text, None, call) or hypotheses(text))
    before = one.call or Call()
    if call.url != before.url:
        reading = replace(reading, url=call.url, redirected_from="")
    if call.origin != before.origin:
        reading = replace(reading, origin=call.origin)
    return Told(call, reading, hypotheses(text, reading))


def read_as(text: str, kind: str) -> Understood:
    """`text` read as the person says it is: by the reader of that kind that claims it most. Never raises."""
    of_kind = [reader for reader in known_readers().values() if _ALSO.get(reader.kind, reader.kind) == kind]
    if not of_kind:
        return read_input(text)
    understood = max(of_kind, key=lambda reader: reader.claim(text)).read(text)
    empty = not (understood.calls or understood.readings or understood.responses)
    return replace(understood, kind=UNKNOWN) if empty else understood


_STEPS = {
    "credentials": {Group.CREDENTIALS, Group.COOKIES},
    "cdn": {Group.CACHE, Group.DUPLICATE},
    "request-type": {Group.PREFLIGHT, Group.NAMES, Group.ORIGIN, Group.MISSING},
}


def step_of(found: tuple[Hypothesis, ...]) -> str:
    """The guide's step where the likeliest cause is looked into; "" when no step is about it more than another."""
    if not found:
        return ""
    groups = {TAXONOMY[group]: group for group in reversed(TAXONOMY)}
    group = groups.get(found[0].group)
    return next((step for step, about in _STEPS.items() if group in about), "")
