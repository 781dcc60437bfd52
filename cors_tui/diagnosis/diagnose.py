"""From facts to a ranked diagnosis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, known_causes
from cors_tui.diagnosis.looking import where
from cors_tui.remedy import Place, Remedy
from cors_tui.standards.request import Mode

_AT_THE_SERVER = {Remedy.SEND_POLICY, Remedy.ANSWER_PREFLIGHT, Remedy.SEND_ONCE, Remedy.KEEP_ON_ERRORS}
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
    """Ask every known cause; drop what cannot be and what is outranked by another; rank the rest."""
    causes = known_causes()
    found = [finding for cause in causes.values() if (finding := cause.detect(facts)) is not None]
    kept = _not_outranked([finding for finding in found if _can_be(finding, facts)], causes)
    ranked = tuple(sorted(kept, key=lambda f: (_is_next(f, facts), _ORDER[f.certainty], -causes[f.cause].rate)))
    if ranked:
        placed = tuple(_at_the_proxy(finding, facts) for finding in ranked)
        return Diagnosis(placed, _headline(placed[0]), placed[0].group.is_cors)
    return _nothing_found(facts)


def _can_be(finding: Finding, facts: Facts) -> bool:
    """A call that is not made with CORS is not refused for it, whatever its answer lacks."""
    return facts.case.call.mode is Mode.CORS or not finding.group.is_cors


def _not_outranked(found: Iterable[Finding], causes: dict[str, Cause]) -> list[Finding]:
    """A mere possibility never silences another finding."""
    listed = list(found)
    silenced: set[str] = set()
    for finding in listed:
        if finding.certainty is not Certainty.POSSIBLE:
            silenced.update(causes[finding.cause].outranks)
    return [finding for finding in listed if finding.cause not in silenced]


def _is_next(finding: Finding, facts: Facts) -> bool:
    """Whether a finding is only about the request behind a preflight at which every browser stops."""
    failures = [outcome.failure for outcome in facts.outcomes.values() if outcome is not None and outcome.failure]
    if facts.actual is None or not failures or not all(failure.in_preflight for failure in failures):
        return False
    return bool(finding.evidence) and all(each.where == where(facts.actual) for each in finding.evidence)


def _at_the_proxy(finding: Finding, facts: Facts) -> Finding:
    """The same finding, repaired at the proxy where the direct answer shows that only the proxy sends CORS headers:
    what the server sent would be doubled or overwritten there."""
    owner = look.proxy_sends_it_all(facts)
    if owner is None or not _AT_THE_SERVER & set(finding.remedies[:1]):
        return finding
    others = tuple(r for r in finding.remedies if r.place is not Place.SERVER and r is not Remedy.OWN_AT_PROXY)
    shown = look.status(owner[1], "straight from the origin server, without any CORS header: all come from in front")
    return replace(finding, remedies=(Remedy.OWN_AT_PROXY, *others), evidence=(*finding.evidence, shown))


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
