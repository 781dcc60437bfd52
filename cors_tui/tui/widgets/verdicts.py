"""Each browser's verdict in a word, and the one line that decides."""

from __future__ import annotations

from textual.content import Content

from cors_tui.session.judging import Judgement, Word
from cors_tui.tui.view import View
from cors_tui.tui.visible import joined, lines, visible
from cors_tui.tui.widgets.panel import Panel, Shown
from cors_tui.tui.widgets.tree import WORD_STYLES
from cors_tui.tui.wording import short_fault

_NOT_YET = ("Chromium", "Firefox", "Safari")


class VerdictPanel(Panel):
    """Below the tree; never scrolls away."""

    can_focus = False

    def __init__(self) -> None:
        self.text = Shown()
        super().__init__(self.text, id="verdicts")

    def on_mount(self) -> None:
        self.entitle(visible("Verdict"))

    def show(self, view: View) -> None:
        self.text.set(verdict_column(view))


class WhyLine(Shown):
    """The line that decides, where there is no column for it."""

    def show(self, view: View) -> None:
        self.set(why_line(view))


def verdict_column(view: View) -> Content:
    """A word for each browser, the first fault, how many more, and what to press."""
    if view.judgement is None or view.is_waiting:
        says = "asking ..." if view.asking else "not asked yet"
        rows = [joined(visible(f"{title:<9} "), visible(says, "$quiet")) for title in _NOT_YET]
        return lines(*rows, visible(""), visible(next_key(view), "$accent"))
    rows = [
        joined(visible(f"{v.title:<9} "), visible(v.word.label, WORD_STYLES[v.word.value]))
        for v in view.judgement.verdicts.values()
    ]
    return lines(*rows, visible(""), *_why(view.judgement), visible(next_key(view), "$accent"))


def _why(judgement: Judgement) -> list[Content]:
    if not judgement.faults:
        return []
    first, *others = judgement.faults
    more = [visible(f"and {len(others)} more"), visible("")] if others else [visible("")]
    return [visible(f"first: {short_fault(first)}", "bold"), *more]


def why_line(view: View) -> Content:
    """`` first: ... (+3)`` or what to do."""
    if view.judgement is None or not view.judgement.faults:
        return visible(f" {next_key(view)}", "$accent")
    first, *others = view.judgement.faults
    more = f" (+{len(others)} more)" if others else ""
    return joined(visible(f" first: {short_fault(first)}{more}", "bold"), visible(f"   {next_key(view)}", "$accent"))


def next_key(view: View) -> str:
    """What to press next, in a few words."""
    if view.asking:
        return "asking ..."
    if not view.case.call.url or not view.case.call.origin:
        return "tab: fill in what is missing"
    if view.judgement is None:
        return "r: probe"
    if view.waiting is not None and not view.judgement.faults:
        return "r: send it, after a look"
    if all(verdict.word is Word.UNREACHABLE for verdict in view.judgement.verdicts.values()):
        return "u: nothing answers; ask me"
    if view.is_green and (view.step == "verify" or not view.is_sure):
        return "all green" if view.step == "verify" else "7: verify, copy curl"
    return {"verdict": "enter: the fix", "fix": "y: copy the fix", "verify": "w: watch until green"}.get(
        view.step, "enter: next  6: fix"
    )
