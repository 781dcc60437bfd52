"""From a judged case to a fix: the policy it needs, the framework that was recognised, now and after."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.case import Case
from cors_tui.fixes.fix import Fix
from cors_tui.fixes.framework import Framework
from cors_tui.policy import CorsPolicy
from cors_tui.session.judging import BrowserVerdict, Judgement
from cors_tui.standards.header_list import HeaderList


@dataclass(frozen=True, slots=True)
class NowAndAfter:
    """One response now and as predicted. `what` is "preflight" or "request"; a status of None is not known."""

    what: str
    now: HeaderList
    after: HeaderList
    status_now: int | None
    status_after: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fix, the lines it will change, and the verdict each browser would then give."""

    fix: Fix
    changes: tuple[NowAndAfter, ...]
    verdicts_after: dict[str, BrowserVerdict]


def suggested_policy(case: Case) -> CorsPolicy:
    """The least policy that makes the case work, plus what the server allows already."""
    raise NotImplementedError


def recognised_framework(case: Case) -> tuple[Framework, str] | None:
    """The framework that gives itself away in an answer of `case`, and the bytes that do."""
    raise NotImplementedError


def propose(
    case: Case, judgement: Judgement, framework: Framework, policy: CorsPolicy, *, development: bool = False
) -> Proposal | None:
    """The fix for the first finding that has a remedy in `framework`; None when nothing at the server helps."""
    raise NotImplementedError
