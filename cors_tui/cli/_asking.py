"""Asking from the command line: a line of progress where a person looks on, and ctrl+c keeps what was learned."""

from __future__ import annotations

import asyncio
import shutil
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from cors_tui.case import Case
    from cors_tui.session.asking import Progress


@dataclass(frozen=True, slots=True)
class Asking:
    """What may be asked beyond the browsers' own safe requests.

    `send`: the unsafe request itself. `quick`: no experiments. `own_url`: experiments under the real URL where an extra
    query value changes the answer. `oversized`: a body of this size as well ("" for none).
    """

    send: bool = False
    quick: bool = False
    own_url: bool = False
    oversized: str = ""


@dataclass(frozen=True, slots=True)
class Learned:
    """The case with what was seen, and whether a person stopped it before the end."""

    case: Case
    stopped: bool = False


def learn(case: Case, asking: Asking, shown_on: TextIO | None = None) -> Learned:
    """Ask for `case`; progress goes to `shown_on` (stderr when None) if that is a terminal.

    Never raises for what a server does, nor for ctrl+c: what was learned before it is kept.
    """
    line = ProgressLine(shown_on or sys.stderr, agreed(case, asking))
    stopped = False
    try:
        asyncio.run(_follow(line, asking))
    except KeyboardInterrupt:
        stopped = True
    finally:
        line.clear()
    if stopped:
        click.echo(f"Stopped at {line.last or 'the start'}; what was learned before stands here.", err=True)
    return Learned(line.case, stopped)


def agreed(case: Case, asking: Asking) -> Case:
    """`case` with the consents that the options are."""
    from cors_tui.experiments.body import BODY_SIZE, SEND_OVERSIZED
    from cors_tui.experiments.making import OWN_URL
    from cors_tui.session.asking import SEND

    given = {SEND: asking.send, OWN_URL: asking.own_url, SEND_OVERSIZED: bool(asking.oversized)}
    case = replace(case, consents=case.consents | {consent for consent, yes in given.items() if yes})
    return case.with_answer(BODY_SIZE, asking.oversized) if asking.oversized else case


async def _follow(line: ProgressLine, asking: Asking) -> None:
    from cors_tui.experiments import OVERSIZED_BODY
    from cors_tui.session.asking import ask_browsers
    from cors_tui.session.experimenting import ask_experiments, worthwhile_experiments
    from cors_tui.session.judging import Word, judge

    async for step in ask_browsers(line.case):
        line.show(step)
    fine = {Word.ALLOWED, Word.UNDECIDED}
    wanted = worthwhile_experiments(line.case)
    if asking.quick or all(verdict.word in fine for verdict in judge(line.case).verdicts.values()):
        wanted = (OVERSIZED_BODY,)  # it is asked for by itself, and goes nowhere without its own yes
    async for step in ask_experiments(line.case, wanted):
        line.show(step)


class ProgressLine:
    """One line on a terminal that is written over; nothing at all where `stream` is no terminal. It keeps the `case` of
    the last step, and what was asked `last`."""

    def __init__(self, stream: TextIO, case: Case) -> None:
        self._stream = stream
        self._is_shown = stream.isatty()
        self.case = case
        self.last = ""

    def show(self, step: Progress) -> None:
        """Show what is asked now."""
        self.case = step.case
        if step.line:
            self.last = step.line
            self._write(step.line)

    def clear(self) -> None:
        self._write("")
        if self._is_shown:
            self._stream.write("\r")

    def _write(self, text: str) -> None:
        if self._is_shown:
            room = max(shutil.get_terminal_size().columns - 1, 20)
            shown = text if len(text) <= room else f"{text[: room - 1]}…"
            self._stream.write(f"\r{shown:<{room}}")
            self._stream.flush()
