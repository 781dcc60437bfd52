"""Step 5: everything that is wrong, where each browser stops, what comes next, the bytes and the clause."""

from __future__ import annotations

from textual.content import Content

from cors_tui.diagnosis.cause import Finding
from cors_tui.session.experimenting import questions_ahead
from cors_tui.session.judging import Fault, Judgement
from cors_tui.standards.response import NetworkError
from cors_tui.tui.view import View
from cors_tui.tui.visible import elided, escaped, joined, lines, visible
from cors_tui.tui.wording import role_of, short_fault

_TITLES = {"chromium": "Chromium", "firefox": "Firefox", "webkit": "Safari"}


def above(view: View) -> Content:
    """What to do while nothing is known; the words themselves stand beside every step."""
    ahead = _ahead(view)
    if view.judgement is None:
        return visible(f"Nothing was sent yet. Press r to probe, or a for everything{ahead}.", "bold")
    return (
        visible(f"a looks for the cause{ahead}.", "$accent")
        if ahead and not view.asking and not view.is_green
        else visible("")
    )


def _ahead(view: View) -> str:
    """How much asking everything would send."""
    count = questions_ahead(view.case)
    return f": about {count} safe requests, at most 2 at a time" if count else ""


def below(view: View) -> Content:
    """The findings, then all faults."""
    judgement = view.judgement
    if judgement is None:
        return visible("")
    parts: list[Content] = []
    for finding in judgement.diagnosis.findings:
        parts += [_finding(finding, view), visible("")]
    parts += _ask(judgement)
    if view.waiting is not None:
        parts += [
            visible(f"{view.waiting.method} was not sent: it may change something. Press r to look at it.", "bold")
        ]
    for number, fault in enumerate(judgement.faults, 1):
        parts += [_fault(number, fault, view)]
    return lines(*parts, visible("Safari stands for WebKit, the engine of every browser on an iPhone.", "$quiet"))


def _ask(judgement: Judgement) -> list[Content]:
    return [visible(f"? {question}", "$accent") for question in judgement.diagnosis.ask]


def _finding(finding: Finding, view: View) -> Content:
    head = joined(
        visible("cause: ", "bold"), visible(finding.title, "bold"), visible(f"  ({finding.certainty.value})", "$accent")
    )
    rows = [head, visible(f"  {finding.says}")]
    rows += [_quote(f"{e.where}: {e.quote}", view) for e in finding.evidence]
    rows += [visible(f"  then: {finding.next}")] if finding.next else []
    rows += [visible(f"  change: {r.phrase} ({r.place.value})", "$success") for r in finding.remedies[:2]]
    return lines(*rows)


def _quote(text: str, view: View) -> Content:
    return visible(f"    {elided(escaped(text), view.content_width - 4)}", "$quiet")


def _fault(number: int, fault: Fault, view: View) -> Content:
    failure = fault.failure
    stops = ", ".join(_TITLES.get(name, name) for name in fault.first_in)
    tail = f"   {stops} stops here" if len(fault.first_in) == 1 else f"   {stops} stop here" if stops else ""
    mark = "next" if fault.is_next else f"{number}"
    rows = [joined(visible(f"! {mark}  {short_fault(fault)}", "bold $error"), visible(tail, "$warning"))]
    rows += [_quote(_bytes(fault), view)]
    # The link is never elided: half a link leads nowhere.
    rows += [visible(f"    {failure.step} · {failure.step.url}", "$quiet")]
    return lines(*rows)


def _bytes(fault: Fault) -> str:
    failure = fault.failure
    where = role_of(failure)
    if isinstance(failure.answer, NetworkError):
        return f"{where}: {failure.answer.failure.value} {failure.answer.detail}".rstrip()
    if not failure.header:
        got = f"got {failure.got}" if failure.got is not None else f"status {failure.status}" if failure.status else ""
        wanted = f", wanted {failure.wanted}" if failure.wanted else ""
        return f"{where}: {got}{wanted}".rstrip(": ")
    got = "nothing" if failure.got is None else failure.got or "an empty value"
    wanted = f", wanted {failure.wanted}" if failure.wanted is not None else ""
    return f"{where}: {failure.header}: got {got}{wanted}"
