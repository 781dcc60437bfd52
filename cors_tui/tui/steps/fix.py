"""Step 6: the texts around a snippet, and now against after."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from cors_tui.diagnosis.cause import Finding
from cors_tui.remedy import Place
from cors_tui.report.header_diff import DiffLine, Sign, compare
from cors_tui.session.fixing import NowAndAfter, Proposal, remedies
from cors_tui.session.judging import BrowserVerdict
from cors_tui.tui.fixing import Offer, place_of_repair, policy_text
from cors_tui.tui.view import View
from cors_tui.tui.visible import code, elided, escaped, joined, lines, visible
from cors_tui.tui.widgets.tree import WORD_STYLES

_SUMMARY = (
    ("origins", "origins"),
    ("methods", "methods"),
    ("headers", "headers"),
    ("credentials", "credentials"),
    ("max_age", "max-age"),
)


def cause_line(view: View) -> Content:
    """Which cause this repairs, and how sure that is."""
    finding: Finding | None = next(iter(view.judgement.diagnosis.findings), None) if view.judgement else None
    if finding is None:
        return visible("No cause is known yet: press r to probe.", "bold")
    return joined(
        visible("cause      "), visible(finding.title, "bold"), visible(f"  ({finding.certainty.value})", "$accent")
    )


def framework_line(found: Offer) -> Content:
    """The framework and what gave it away."""
    if found.framework is None:
        return visible("No framework is known.")
    how = f"  recognised: {found.recognised}" if found.recognised else "  choose yours below (tab, arrow keys)"
    return joined(visible("framework  "), visible(found.framework.title, "bold"), visible(how, "$quiet"))


def policy_line(found: Offer, view: View) -> Content:
    """The policy in one line: what it holds, without what it leaves out."""
    texts = ((label, policy_text(found.policy, name)) for name, label in _SUMMARY)
    held = " · ".join(f"{label} {text}" for label, text in texts if text)
    source = f" ({escaped(view.given.path.name)})" if view.given else ""
    edited = " (edited)" if view.policy else source
    room = max(view.content_width - 27 - len(edited), 20)
    text = escaped(held or "nobody")
    shown = visible(text if len(text) <= room else f"{text[: room - 1]}…")
    return joined(visible(f"policy{edited}     "), shown, visible("  e edit  p file", "$accent"))


def snippet(found: Offer, view: View) -> Content:
    """The code, its installation, what it was run on and what is special by version."""
    proposal = found.proposal
    if proposal is None:
        return without_code(found, view)
    fix = proposal.fix
    head = [visible(f"$ {fix.install}", "$quiet")] if fix.install else []
    warning = [visible("For development only: do not deploy this.", "bold $warning")] if fix.development_only else []
    return lines(*warning, *head, code(fix.snippet.rstrip("\n"), fix.language), visible(""), notes(found))


def without_code(found: Offer, view: View) -> Content:
    """What is said where no code helps, or none may be written."""
    grave = next((fault for fault in found.faults if fault.grave), None)
    if grave is not None:
        says = "There is no code for this policy: see what is wrong with it above (e edits it)."
        return lines(visible(says, "bold $warning"), visible(grave.sentence), *_elsewhere(found))
    place = place_of_repair(view)
    helps = visible(f"What helps: {place}." if place else "Step 5 says what is wrong.")
    says = _why_no_code(found, view)
    return lines(visible(says, "bold"), helps, *_elsewhere(found))


def _why_no_code(found: Offer, view: View) -> str:
    """A change at the server without code of ours is told from one that is made elsewhere."""
    first = next(iter(remedies(view.judgement)), None) if view.judgement else None
    if first is not None and first.place in (Place.SERVER, Place.PROXY):
        return "There is no ready code for this."
    return f"Nothing in {found.framework.title if found.framework else 'the server'}'s code repairs this."


def _elsewhere(found: Offer) -> list[Content]:
    """Which frameworks have code for it, where the chosen one has none."""
    titles = ", ".join(each.title for each in found.elsewhere)
    return [visible(f"There is code for it in {titles}: choose it above (tab, arrow keys).")] if titles else []


def policy_faults(found: Offer) -> Content:
    """What is wrong with the policy, a sentence each; `!` keeps it from becoming code, `~` is worth knowing."""
    rows = (
        visible(f"{'!' if fault.grave else '~'} {fault.sentence}", "$error" if fault.grave else "$warning")
        for fault in found.faults
    )
    return lines(*rows)


def edited(found: Offer, before: Offer, width: int) -> Content:
    """What an edit changes, where there is no room for all of it: lines of the code, then of the answers, and what the
    browsers then say. `before` is the offer without the edit."""
    if found.proposal is None:
        return visible("")
    code_lines = _fresh(_code_lines(found.proposal), _code_lines(before.proposal))
    answers = _fresh(_answer_lines(found.proposal), _answer_lines(before.proposal))
    if not code_lines and not answers:
        return visible("The lines of code and answers that your typing changes show here.", "$quiet")
    rows = [*_few("code", code_lines, width), *_few("then", answers, width)]
    words = [
        piece
        for verdict in found.proposal.verdicts_after.values()
        for piece in (visible(f" {verdict.title} "), visible(verdict.word.label, WORD_STYLES[verdict.word.value]))
    ]
    return lines(*rows, joined(visible("then "), *words))


def _fresh(now: list[str], before: list[str]) -> list[str]:
    return [line for line in dict.fromkeys(now) if line not in before]


def _code_lines(proposal: Proposal | None) -> list[str]:
    return [line.strip() for line in proposal.fix.snippet.splitlines()] if proposal else []


def _answer_lines(proposal: Proposal | None) -> list[str]:
    pairs = (pair for change in proposal.changes for pair in change.after) if proposal else ()
    return [f"{name.lower()}: {value}" for name, value in pairs]


def _few(label: str, found: list[str], width: int) -> list[Content]:
    """The first two, and how many more there are."""
    rest = f"  (+{len(found) - 2})" if len(found) > 2 else ""
    texts = [f"{label}  {escaped(line)}" for line in found[:2]]
    rows = [visible(elided(text, width - len(rest)), "$success") for text in texts]
    return [*rows[:-1], joined(rows[-1], visible(rest, "$quiet"))] if rows else []


def placement(found: Offer) -> Content:
    """Where it goes and why, in one sentence."""
    return visible(f"where      {found.proposal.fix.placement}" if found.proposal else "", "bold")


def notes(found: Offer) -> Content:
    """What it was run on, and what is special by version."""
    if found.proposal is None:
        return visible("")
    fix = found.proposal.fix
    rows = [visible(f"run on {', '.join(fix.run_on)}", "$quiet")] if fix.run_on else []
    return lines(*rows, *(visible(f"note: {note}", "$quiet") for note in fix.notes))


def now_and_after(proposal: Proposal, width: int) -> Content:
    """Each browser's word then, and each response now and as predicted."""
    parts: list[Content] = []
    for change in proposal.changes:
        parts += [visible(""), visible(change.what, "bold"), *_rows(change, width)]
    return lines(*_words(proposal.verdicts_after.values()), *parts)


def _rows(change: NowAndAfter, width: int) -> list[Content]:
    rows = [_row(line, width) for line in compare(change.now, change.after, only_cors=True)]
    if change.status_now != change.status_after and change.status_after is not None:
        now = "none" if change.status_now is None else str(change.status_now)
        rows.insert(0, visible(f"~ status  {now} → {change.status_after}", "$warning"))
    return rows or [visible("= nothing changes", "$quiet")]


def _row(line: DiffLine, width: int) -> Content:
    style = {Sign.EXTRA: "$success", Sign.MISSING: "$error", Sign.CHANGED: "$warning"}.get(line.sign, "$quiet")
    if line.sign is Sign.CHANGED:
        values = f"{line.left} → {line.right}"
    elif line.sign is Sign.MISSING:
        values = f"{line.left} → nothing"
    else:
        values = line.right or ""
    head = f"{line.sign.mark} {line.name}"
    if len(head) + len(escaped(values)) + 2 <= width:
        return visible(f"{head}  {values}", style)
    return lines(visible(head, style), visible(f"    {elided(escaped(values), max(width - 4, 8))}", style))


def _words(verdicts: Iterable[BrowserVerdict]) -> list[Content]:
    return [
        joined(visible(f"then {verdict.title:<9} "), visible(verdict.word.label, WORD_STYLES[verdict.word.value]))
        for verdict in verdicts
    ]
