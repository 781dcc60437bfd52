"""What is known of a case: each browser's verdict, every refusal, the diagnosis. Pure: computed from what was seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.case import Case
from cors_tui.diagnosis.diagnose import Diagnosis
from cors_tui.standards.fetching import Pending
from cors_tui.standards.verdict import Failure, Outcome


class Word(Enum):
    """A browser's verdict in one word; the value is the code used in JSON."""

    ALLOWED = "allowed"
    BLOCKED = "blocked"
    ASKS = "asks-the-user"
    UNDECIDED = "undecided"
    UNREACHABLE = "unreachable"
    NOT_ASKED = "not-asked"

    @property
    def label(self) -> str:
        """As the screens show it: ``ALLOWED``, ``ASKS THE USER``."""
        return self.value.replace("-", " ").upper()


@dataclass(frozen=True, slots=True)
class BrowserVerdict:
    """One browser's verdict. `outcome` is None while a request is `pending` (not sent yet, or unsafe and not
    consented)."""

    browser: str
    title: str
    word: Word
    outcome: Outcome | None
    pending: Pending | None
    console: tuple[ConsoleLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the failure, the browsers that stop at it first, and whether it is only what comes
    *next*."""

    failure: Failure
    first_in: tuple[str, ...]
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything computed from a case."""

    verdicts: dict[str, BrowserVerdict]
    faults: tuple[Fault, ...]
    diagnosis: Diagnosis


def judge(case: Case) -> Judgement:
    """The judgement of `case` as it stands."""
    raise NotImplementedError
