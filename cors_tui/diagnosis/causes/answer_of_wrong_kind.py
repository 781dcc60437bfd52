"""The element that asked takes no such answer: its status, its type, or its hash."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.element import UNREADABLE
from cors_tui.standards.request import Initiator
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange, Failure, Refusal

_REFUSALS = (Refusal.STATUS_NOT_OK, Refusal.WRONG_TYPE, Refusal.INTEGRITY)
_ELEMENTS = {
    Initiator.SCRIPT: "a script",
    Initiator.MODULE: "a module",
    Initiator.IMPORT: "import()",
    Initiator.STYLESHEET: "a stylesheet",
    Initiator.IMAGE: "an image",
    Initiator.FONT: "a font",
    Initiator.EVENT_SOURCE: "an EventSource",
}


def _detect(facts: Facts) -> Finding | None:
    failure, exchange = _failure(facts), facts.actual
    if failure is None or exchange is None or exchange.response is None:
        return None
    element = _ELEMENTS.get(facts.case.call.initiator, "the page")
    says, shown = _told(failure, exchange, exchange.response, element)
    helps = (Remedy.REPAIR_ERROR, Remedy.CHANGE_URL) if exchange.response.status >= 500 else CAUSE.remedies
    return CAUSE.found(Certainty.PROVEN, says, *shown, remedies=helps)


def _failure(facts: Facts) -> Failure | None:
    """What the element itself has against the answer, where some browser's protection at most comes before it."""
    if look.failure_of(facts, *_REFUSALS, Refusal.OPAQUE_RESPONSE_BLOCKED) is None:
        return None
    failures = (outcome.failure for outcome in facts.outcomes.values() if outcome is not None)
    return next((failure for failure in failures if failure and failure.refusal in _REFUSALS), None)


def _told(failure: Failure, exchange: Exchange, response: Response, element: str) -> tuple[str, tuple[Evidence, ...]]:
    status = look.status(exchange, "the answer")
    typed = "content-type" in response.headers
    kind = (
        look.header(exchange, "Content-Type", "what it says it is") if typed else look.lacks(exchange, "Content-Type")
    )
    if failure.refusal is Refusal.INTEGRITY:
        return "The content does not match the hash in the page's integrity attribute.", (status,)
    if failure.refusal is Refusal.STATUS_NOT_OK:
        return f"The answer is {response.status}, and {element} takes none but {failure.wanted or '200-299'}.", (
            status,
        )
    if response.status >= 400:
        return f"The answer is an error ({response.status}), and not {element}.", (status, kind)
    if not response.body:
        return f"The answer is empty ({response.status}), and {element} needs content.", (status, kind)
    if failure.about == UNREADABLE:
        return f"The answer's bytes are not those of {element}, whatever its type says.", (status, kind)
    got = f"of type {failure.got}" if failure.got else "without a type"
    return f"The answer is {got}, and {element} takes {failure.wanted or 'another'}.", (status, kind)


def _example() -> Facts:
    page = answer(404, *allows(), "Content-Type: text/html", body="Not Found", reason="Not Found")
    asked = call(url="https://api.example.com/users.js")
    return facts(replace(asked, initiator=Initiator.MODULE), actual=page)


CAUSE = Cause(
    name="answer-of-wrong-kind",
    title="The answer is not what such an element loads",
    group=Group.NOT_CORS,
    remedies=(Remedy.ANSWER_THE_FILE, Remedy.CHANGE_URL),
    happened="A script, style, font, image or EventSource asked for it, and what came has a status, a type or a "
    "content that such an element does not take.",
    why="This rule holds apart from CORS: a module must be JavaScript, an EventSource text/event-stream, and most take "
    "no error page.",
    change="Open the URL and look at its status and Content-Type. Repair the path, or the type that the server sends. "
    "After a change of the file write its new hash into the integrity attribute.",
    expert="Single-page hosting answers a missing file with index.html and 200, so that a module fails for its type. "
    "`X-Content-Type-Options: nosniff` makes scripts and styles strict, too.",
    symptoms=(
        "Expected a JavaScript module script but the server responded with a MIME type of text/html",
        "EventSource's response has a MIME type that is not text/event-stream",
        "Failed to find a valid digest in the integrity attribute",
    ),
    rate=0.8,
    sources=("https://html.spec.whatwg.org/#fetch-a-single-module-script",),
    detect=_detect,
    example=_example,
)
