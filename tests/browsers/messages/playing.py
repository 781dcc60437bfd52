"""Recorded cases played: what we write to the console, and what the engine wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from cors_tui.browsers.browser import known_browsers
from cors_tui.inputs.cases import RecordedCase, play, read_case
from cors_tui.standards.verdict import Outcome, Refusal
from tests.truth.agreement import case_of, ended, records

Line = tuple[str, str, str]


@dataclass(frozen=True)
class Played:
    """One case in one engine: our outcome and lines (text, source, level), and the recorded lines."""

    case: RecordedCase
    outcome: Outcome
    ours: tuple[Line, ...]
    recorded: tuple[Line, ...]

    @property
    def refusal(self) -> Refusal | None:
        return self.outcome.failure.refusal if self.outcome.failure else None


@cache
def played(engine: str) -> tuple[Played, ...]:
    """Every case that the engine brought to an end."""
    return tuple(_played(engine))


def _played(engine: str) -> Iterator[Played]:
    browser = known_browsers()[engine]
    for name, record in records(engine).items():
        case = case_of(name)
        outcome = ended(name, browser.departures)
        ours = tuple((line.text, line.source, line.level) for line in browser.write(outcome, case.request))
        theirs = tuple((line["text"], line["source"], line["level"]) for line in record["console"])
        yield Played(case, outcome, ours, theirs)


def wrong(engine: str) -> dict[str, tuple[tuple[Line, ...], tuple[Line, ...]]]:
    """The cases whose console we do not write letter for letter: our lines, and the recorded ones."""
    return {each.case.id: (each.ours, each.recorded) for each in played(engine) if each.ours != each.recorded}


def misread(engine: str, said_as: dict[Refusal, Refusal]) -> dict[str, str]:
    """The cases whose recorded lines are not read back to the failure. `said_as` names refusals that this engine says
    in the words of another."""
    browser = known_browsers()[engine]
    found: dict[str, str] = {}
    for each in played(engine):
        failure = each.outcome.failure
        if failure is None or not each.recorded or each.ours != each.recorded:
            continue
        readings = browser.read("\n".join(text for text, _, _ in each.recorded))
        wanted = {failure.refusal, said_as.get(failure.refusal, failure.refusal)}
        if not readings or readings[0].refusal not in wanted:
            found[each.case.id] = f"{[reading.refusal for reading in readings]}, not {failure.refusal}"
        elif readings[0].url not in ("", failure.url, failure.got, each.case.request.url_text):
            found[each.case.id] = f"url {readings[0].url}, not {failure.url}"
    return found


def said_of(engine: str, request: Mapping[str, object], server: Mapping[str, object], **more: object) -> list[str]:
    """What we write to an engine's console for a small case of our own: a page of https://app.example.test that asks
    https://api.example.test/case/own."""
    whole = {"api": "fetch", "url": "https://api.example.test/case/own", **request}
    case = read_case(
        json.dumps({"id": "own", "page_origin": "https://app.example.test", "request": whole, "server": server, **more})
    )
    browser = known_browsers()[engine]
    return [line.text for line in browser.write(play(case, browser.departures), case.request)]
