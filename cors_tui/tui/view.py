"""What the screens show at one moment: one immutable value that goes down to every widget."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.case import Case
from cors_tui.diagnosis.cause import Certainty
from cors_tui.policy import CorsPolicy
from cors_tui.session.asking import progress_line
from cors_tui.session.judging import BrowserVerdict, Fault, Judgement, Word, judge
from cors_tui.session.policy_files import PolicyFile
from cors_tui.standards.request import WireRequest

WIDE = 100
"""Cells from which the tree stands beside the step."""

NARROW = 60
"""Cells below which one panel is shown at a time."""

SIDE = 27
"""Cells of the left column."""


@dataclass(frozen=True, slots=True)
class View:
    """The case and where the person stands in it.

    `judgement` is None until something was seen; `earlier` judges what was seen before the last probe. `asking` says
    what is being asked right now, `waiting` holds the unsafe request that was not sent. `browser` is the one whose
    console is shown. `lab` is the scenario's name ("" outside the lab). `width` is the terminal's, in cells.
    `policy` is what the person edited, None while it is that of the file `given`, or else the suggested one.
    `revealed` shows secrets. `understood` is what was understood of the last paste, `note` the last thing the program
    said.
    """

    case: Case
    step: str = "called"
    judgement: Judgement | None = None
    earlier: Judgement | None = None
    asking: str = ""
    done: int = 0
    total: int = 0
    waiting: WireRequest | None = None
    browser: str = "chromium"
    revealed: bool = False
    lab: str = ""
    repaired: bool = False
    watching: str = ""
    policy: CorsPolicy | None = None
    given: PolicyFile | None = None
    editing: bool = False
    development: bool = False
    recent: tuple[str, ...] = ()
    understood: str = ""
    note: str = ""
    width: int = 120

    @property
    def is_wide(self) -> bool:
        return self.width >= WIDE

    @property
    def content_width(self) -> int:
        """Cells for text inside the step and evidence panels."""
        return (self.width - SIDE if self.is_wide else self.width) - 4

    @property
    def progress(self) -> str:
        """Which of how many requests is under way, and why; "" when nothing is asked."""
        return progress_line(self.asking, self.done, self.total)

    @property
    def verdict(self) -> BrowserVerdict | None:
        """That of the browser whose console is shown."""
        return self.judgement.verdicts.get(self.browser) if self.judgement else None

    @property
    def is_waiting(self) -> bool:
        """A probe is under way and no browser can decide yet."""
        known = self.judgement.verdicts.values() if self.judgement else ()
        return bool(self.asking) and all(verdict.outcome is None for verdict in known)

    @property
    def first_fault(self) -> Fault | None:
        """The fault that decides: the first one some browser stops at."""
        return next(iter(self.judgement.faults), None) if self.judgement else None

    @property
    def is_green(self) -> bool:
        """Every browser allows it."""
        return self.judgement is not None and all(v.word is Word.ALLOWED for v in self.judgement.verdicts.values())

    @property
    def is_sure(self) -> bool:
        """Something was found that is more than a possibility: it may be wrong although every browser allows it."""
        findings = self.judgement.diagnosis.findings if self.judgement else ()
        return bool(findings) and findings[0].certainty is not Certainty.POSSIBLE


def judged(case: Case) -> Judgement | None:
    """The judgement of `case`; None while nothing was seen."""
    return judge(case) if case.seen else None
