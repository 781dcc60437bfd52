"""What `read` found, as JSON and as sentences. Secrets are masked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cors_tui.browsers.browser import Reading, known_browsers
from cors_tui.case import Call
from cors_tui.diagnosis.hypotheses import Hypothesis, questions
from cors_tui.inputs.faults import faults
from cors_tui.inputs.reader import UNKNOWN, Understood
from cors_tui.masking import masked, masked_lines, masked_url
from cors_tui.report.formats.text import not_a_plain_fetch
from cors_tui.session.told import told


def record(text: str, understood: Understood) -> dict[str, Any]:
    """The JSON of a text: ``kind``, ``browser``, ``cases``, what was said and missed, and the first case's fields.

    A text in which neither a browser's line nor a request was found is kept in ``text``.
    """
    cases = [_case(each.call, each.reading, each.found) for each in told(text, understood)]
    engines = [reading.engine for reading in understood.readings if reading.engine]
    line: dict[str, Any] = {"kind": understood.kind, "browser": next(iter(engines), None), "cases": cases}
    line |= cases[0] if cases else _case(None, None, ())
    line["says"] = [masked_url(says) for says in understood.says]
    line["missed"] = [masked_url(missed) for missed in understood.missed]
    if not (understood.calls or any(reading.text for reading in understood.readings)):
        line["text"] = masked_lines(text)
    return line


def _case(call: Call | None, reading: Reading | None, found: tuple[Hypothesis, ...]) -> dict[str, Any]:
    return {
        "request": _request(call, reading),
        "refusal": reading.refusal.value if reading and reading.refusal else None,
        "status": reading.status if reading else None,
        "value": (reading.value or None) if reading else None,
        "preflight": reading.in_preflight if reading else None,
        "network": (reading.network or None) if reading else None,
        "redirected_to": masked_url(reading.url) if reading and reading.redirected_from else None,
        "faults": [fault.sentence for fault in faults(call)] if call else [],
        "hypotheses": [_hypothesis(each) for each in found],
        "questions": list(questions(found)),
    }


def _request(call: Call | None, reading: Reading | None) -> dict[str, Any]:
    if call is None:
        origin = reading.origin if reading else ""
        nothing = dict.fromkeys(("url", "method", "credentials", "mode", "initiator"))
        return {"origin": origin or None, **nothing, "headers": []}
    return {
        "origin": call.origin or None,
        "url": masked_url(call.url) or None,
        "method": call.method,
        "headers": [[name, masked(name, value)] for name, value in call.headers],
        "credentials": call.credentials.value,
        "mode": call.mode.value,
        "initiator": call.initiator.value,
    }


def _hypothesis(found: Hypothesis) -> dict[str, Any]:
    return {
        "cause": found.cause,
        "title": found.title,
        "group": found.group,
        "certainty": found.certainty.value,
        "why": found.why,
        "next_probe": found.next_probe,
    }


def sentences(text: str, understood: Understood) -> Iterator[str]:
    """The same for people, a line each."""
    yield f"Understood as: {understood.kind}." if understood.kind != UNKNOWN else "Not understood."
    yield from (masked_url(line) for line in (*understood.says, *understood.missed))
    for number, one in enumerate(told(text, understood), 1):
        yield ""
        yield f"{number}. {_headline(one.call, one.reading)}"
        if one.call:
            yield from (f"   ! {fault.sentence}" for fault in faults(one.call))
        for each in one.found[:3]:
            yield f"   {each.certainty.value}: {each.title} ({each.cause}). {each.why}"
            yield f"      To know: {each.next_probe}"


def _headline(call: Call | None, reading: Reading | None) -> str:
    asked = f"{call.method} {masked_url(call.url)}" if call else "a request that the text does not name"
    page = f" from {call.origin}" if call and call.origin else ""
    if reading is None:
        return "  ".join((asked + page, *(not_a_plain_fetch(call) if call else ())))
    browser = known_browsers().get(reading.engine)
    says = reading.refusal.value if reading.refusal else (reading.network or "blocked")
    status = f", status {reading.status}" if reading.status is not None else ""
    return f"{asked}{page}: {browser.title if browser else 'a browser'} says {says}{status}"
