"""The work behind the screens. Each coroutine here posts messages and touches no widget."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from textual.message import Message

from cors_tui.case import AS_ASKED, Case
from cors_tui.experiments import ALL
from cors_tui.session.asking import Progress, ask_browsers, is_reachable
from cors_tui.session.experimenting import ask_everything, ask_experiments
from cors_tui.session.judging import Word, judge
from cors_tui.tui.messages import Finished, Progressed, Watching

Post = Callable[[Message], object]
Rest = Callable[[float], Awaitable[None]]

FIRST_PAUSE = 2.0
"""Seconds between two rounds of the watch at its start."""

_SLOWER, _LONGEST_PAUSE = 1.5, 30.0


async def probe(case: Case, sends: tuple[str, ...], run: int, post: Post) -> None:
    """Send the browsers' own requests, then the experiments called `sends`."""
    latest = await _follow(ask_browsers(case), Progress(case), run, post)
    wanted = [each for each in ALL if each.name in sends]
    if wanted and is_reachable(latest.case):
        await _follow(ask_experiments(latest.case, wanted), latest, run, post)
    post(Finished(run))


async def probe_everything(case: Case, run: int, post: Post) -> None:
    """The verdict first, then every safe experiment."""
    await _follow(ask_everything(case), Progress(case), run, post)
    post(Finished(run))


async def watch(case: Case, run: int, post: Post, pause: float = FIRST_PAUSE, rest: Rest = asyncio.sleep) -> None:
    """Ask again and again, more slowly each time, until every browser allows it. What was seen first stays *before*.

    `pause` is the first rest in seconds, `rest` what is awaited for it.
    """
    round_number = 1
    first = case
    while True:
        post(Watching(f"round {round_number}", run))
        fresh = first.asking_again() if first.seen else first
        latest = await _follow(ask_browsers(fresh), Progress(fresh), run, post)
        if is_settled(latest):
            break
        post(Watching(f"round {round_number} was not green; next in {pause:.0f} s", run))
        await rest(pause)
        pause = min(pause * _SLOWER, _LONGEST_PAUSE)
        round_number += 1
    post(Finished(run))


def is_green(case: Case) -> bool:
    """Whether every browser allows what was seen."""
    return AS_ASKED in case.seen and all(v.word is Word.ALLOWED for v in judge(case).verdicts.values())


def is_settled(progress: Progress) -> bool:
    """Green, or all that can be known without sending the unsafe request: no browser refuses its preflight."""
    if progress.waiting_for_consent is None:
        return is_green(progress.case)
    return not any(v.word in (Word.BLOCKED, Word.UNREACHABLE) for v in judge(progress.case).verdicts.values())


async def _follow(steps: AsyncIterator[Progress], latest: Progress, run: int, post: Post) -> Progress:
    """Post each step but keep the unsent unsafe request of the step before, when a later one does not say."""
    waiting = latest.waiting_for_consent
    async for latest in steps:
        waiting = latest.waiting_for_consent or waiting
        shown = Progress(latest.case, latest.asking, latest.done, latest.total, waiting)
        post(Progressed(shown, run))
    return Progress(latest.case, "", latest.done, latest.total, waiting)
