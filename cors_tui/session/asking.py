"""Sending what a case needs: the browsers' own requests, and the experiments of the causes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

from cors_tui.case import Case
from cors_tui.experiment import Experiment
from cors_tui.standards.request import WireRequest


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of the work: the case so far, and in one phrase what is being asked now ("" at the end).

    `done` and `total` count requests; `waiting_for_consent` holds the unsafe request that was not sent.
    """

    case: Case
    asking: str = ""
    done: int = 0
    total: int = 0
    waiting_for_consent: WireRequest | None = None


def ask_browsers(case: Case) -> AsyncIterator[Progress]:
    """Send what each browser would send, once for all of them, and the safe request itself behind a failed preflight.

    An unsafe actual request is sent only when "send" is among `case.consents`. Stop by closing the iterator.
    """
    raise NotImplementedError


def ask_experiments(case: Case, experiments: Iterable[Experiment]) -> AsyncIterator[Progress]:
    """Send experiments that were not sent yet: at most two at a time, sequences alone and in order."""
    raise NotImplementedError


def ask_everything(case: Case) -> AsyncIterator[Progress]:
    """The verdict first, then every safe experiment that any cause needs."""
    raise NotImplementedError
