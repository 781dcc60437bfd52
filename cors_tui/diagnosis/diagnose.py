"""From facts to a ranked diagnosis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, known_causes

_ORDER = {Certainty.PROVEN: 0, Certainty.LIKELY: 1, Certainty.POSSIBLE: 2}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Findings, most certain and most telling first. `headline` is the one sentence above everything else.

    `is_cors` is False when the first finding's group is not the CORS configuration ("Not CORS: ..."), None when
    nothing is known. `ask` says what to ask the person when nothing known explains what was seen.
    """

    findings: tuple[Finding, ...]
    headline: str
    is_cors: bool | None
    ask: tuple[str, ...] = ()


def diagnose(facts: Facts) -> Diagnosis:
    """Ask every known cause; drop findings outranked by another; rank the rest."""
    causes = known_causes()
    by_name = {cause.name: cause for cause in causes.values()}
    found = [finding for cause in causes.values() if (finding := cause.detect(facts)) is not None]
    ranked = tuple(sorted(_not_outranked(found, by_name), key=lambda f: (_ORDER[f.certainty], -by_name[f.cause].rate)))
    if ranked:
        return Diagnosis(ranked, _headline(ranked[0]), ranked[0].group.is_cors)
    return _nothing_found(facts)


def _not_outranked(found: Iterable[Finding], by_name: dict[str, Cause]) -> list[Finding]:
    """A mere possibility never silences another finding."""
    listed = list(found)
    silenced: set[str] = set()
    for finding in listed:
        if finding.certainty is not Certainty.POSSIBLE:
            silenced.update(by_name[finding.cause].outranks)
    return [finding for finding in listed if finding.cause not in silenced]


def _headline(finding: Finding) -> str:
    if finding.certainty is Certainty.POSSIBLE:
        return f"Perhaps: {finding.says}" if finding.group.is_cors else f"Perhaps not CORS: {finding.says}"
    return finding.says if finding.group.is_cors else f"Not CORS: {finding.says}"


def _nothing_found(facts: Facts) -> Diagnosis:
    known = [outcome for outcome in facts.outcomes.values() if outcome is not None]
    if not known:
        return Diagnosis((), "Nothing is known yet: no answer has been seen.", None)
    if all(outcome.resolved for outcome in known):
        return Diagnosis((), "Nothing is wrong with what was seen.", None)
    return Diagnosis(
        (),
        "The cause is not known. Here is the evidence, and what to ask.",
        None,
        (
            "Does the browser's own console show another line beside the CORS one (net::ERR_…, a status)?",
            "Does it work in a private window, or in another browser?",
            "Does the server's own log show the request, and what did it answer?",
            "Which proxy, CDN or platform stands in front of the server, and can it be reached directly?",
        ),
    )
