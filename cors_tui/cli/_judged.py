"""The line that `judge` writes for one case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cors_tui.browsers.browser import Browser, ConsoleLine
from cors_tui.inputs.cases import RecordedCase, in_one, play, play_each
from cors_tui.inputs.recording import recorded, requested, type_of
from cors_tui.masking import masked, masked_url
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.verdict import Outcome, ResponseType

if TYPE_CHECKING:
    from cors_tui.inputs.har import HarCase


def judged(case: RecordedCase, browsers: dict[str, Browser]) -> dict[str, Any]:
    """``{id, <engine>: record, …, standard: {…}}``: what each engine does, and what the standard says."""
    line: dict[str, Any] = {"id": case.id}
    for name, browser in browsers.items():
        line[name] = engine_record(case, tuple(play_each(case, browser.departures)), browser)
    line["standard"] = standard_record(case, play(case, NO_DEPARTURES))
    return line


def engine_record(case: RecordedCase, outcomes: tuple[Outcome, ...], browser: Browser) -> dict[str, Any]:
    """A record with the names of the recorded truth, and the code of the refusal (None where there is none).

    `outcomes` are those of each repetition; the console has the lines of all.
    """
    outcome = in_one(outcomes)
    record = recorded(case, outcome)
    record.setdefault("type", None)
    record.setdefault("status", None)
    record.setdefault("headers_visible", None)
    record["console"] = [console_record(line) for each in outcomes for line in browser.write(each, case.request)]
    record["refusal"] = outcome.failure.refusal.value if outcome.failure else None
    if outcome.asks:
        record["asks"] = True
    return record


def console_record(line: ConsoleLine) -> dict[str, str]:
    """A console line as the recorded truth has it."""
    return {"text": line.text, "source": line.source, "level": line.level}


def standard_record(case: RecordedCase, outcome: Outcome) -> dict[str, Any]:
    """What the standard alone says: the step that decided, and where it stands."""
    return _standard(outcome, type_of(case, outcome))


def _standard(outcome: Outcome, kind: str | None) -> dict[str, Any]:
    failure = outcome.failure
    return {
        "resolved": outcome.resolved,
        "type": (kind or (outcome.type.value if outcome.type else None)) if outcome.resolved else None,
        "refusal": failure.refusal.value if failure else None,
        "step": str(failure.step) if failure else None,
        "clause": failure.step.url if failure else None,
    }


def judged_har(case: HarCase, browsers: dict[str, Browser]) -> dict[str, Any]:
    """The same for a request of a HAR. An engine that sends what the file has no answer to is *undecided*.

    A HAR holds whatever was logged in while it was saved: its secrets are masked.
    """
    line: dict[str, Any] = {"id": case.id, "url": case.request.url_text, "origin": str(case.request.page.origin)}
    for name, browser in browsers.items():
        line[name] = _har_record(case, browser)
    ended = drive(fetch(case.request, NO_DEPARTURES), case.answer)
    line["standard"] = _standard(ended, None) if isinstance(ended, Outcome) else _undecided(ended)
    return {name: _masked(value) for name, value in line.items()}


def _masked(value: Any) -> Any:
    """A record without the secrets of its URLs and headers."""
    if isinstance(value, dict):
        return {
            name: [[one, masked(one, what)] for one, what in each] if name == "headers" else _masked(each)
            for name, each in value.items()
        }
    if isinstance(value, list):
        return [_masked(each) for each in value]
    return masked_url(value) if isinstance(value, str) and ("=" in value or "@" in value) else value


def _har_record(case: HarCase, browser: Browser) -> dict[str, Any]:
    ended = drive(fetch(case.request, browser.departures), case.answer)
    if isinstance(ended, Pending):
        return _undecided(ended)
    shown = ended.type not in (ResponseType.OPAQUE, ResponseType.OPAQUE_REDIRECT)
    return {
        "resolved": ended.resolved,
        "type": ended.type.value if ended.type else None,
        "allowed": ended.allowed,
        "status": ended.response.status if ended.response and shown else None,
        "headers_visible": list(ended.visible_headers) if ended.resolved else None,
        "requests": [{**requested(each), "hop": each.request.hop} for each in ended.exchanges],
        "console": [console_record(line) for line in browser.write(ended, case.request)],
        "refusal": ended.failure.refusal.value if ended.failure else None,
    }


def _undecided(pending: Pending) -> dict[str, Any]:
    wire = pending.request
    return {"resolved": None, "undecided": f"the file has no answer to {wire.method} {wire.url.without_fragment}"}
