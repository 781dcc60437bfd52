"""Trying the fix from the screen: said first, begun by y alone, the real answer beside the prediction."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from cors_tui.case import Case
from cors_tui.fixes.framework import Expected, known_frameworks
from cors_tui.session.fixing import suggested_policy
from cors_tui.session.judging import judge
from cors_tui.session.trying import NotTried, Plan, Step, Trial, Tried, plan
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import NetworkError, NetworkFailure, Response
from cors_tui.tui.screens.try_it import TryScreen, end_text, plan_text
from tests.tui.driving import SIZES, SMALL, Driven, guide
from tests.tui.judged_cases import ORIGIN, blocked

ALLOW = ("Access-Control-Allow-Origin", ORIGIN)


def planned(case: Case, *, installed: bool = True) -> Plan:
    find = {"node": "/bin/node", "npm": "/bin/npm"} if installed else {}
    return plan(known_frameworks()["express"], suggested_policy(case), find.get)


def trial(case: Case, *, differences: tuple[str, ...] = ()) -> Trial:
    """One answered request, written by hand."""
    wire = case.exchanges("as-asked")[0].request
    answer = Response(200, HeaderList((ALLOW, ("X-Other", "no concern of CORS"))))
    tried = Tried(
        "your request", wire, answer, Expected(HeaderList((ALLOW,)), 204 if differences else None), differences
    )
    return Trial(planned(case), (tried,), judge(case).verdicts)


class Recorded:
    """A runner that installs nothing: it gives prepared steps, and remembers that it was started and closed."""

    def __init__(self, *steps: Step, hangs: bool = False) -> None:
        self.steps = steps
        self.hangs = hangs
        self.yes: list[bool] = []
        self.closed = False

    async def __call__(self, case: Case, planned: Plan, *, yes: bool) -> AsyncIterator[Step]:
        self.yes.append(yes)
        try:
            for step in self.steps:
                yield step
            if self.hangs:
                await asyncio.Event().wait()
        finally:
            self.closed = True


async def opened(run: Driven, runner: Recorded, *, installed: bool = True) -> str:
    """The screen over the guide."""
    case = run.guide.case
    run.app.push_screen(TryScreen(case, planned(case, installed=installed), runner))
    await run.settle()
    return run.text


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x45"])
async def test_every_command_is_said_before_anything_runs(size: tuple[int, int]) -> None:
    """And a no leaves it at that."""
    runner = Recorded()
    async with guide(blocked(), size) as run:
        text = await opened(run, runner)
        assert "$ npm install" in text
        assert "$ node app.mjs" in text
        assert "express 5.3.0, cors 2.8.6" in text
        assert "Install and run this?" in text
        for key in ("enter", "n"):
            await run.keys(key)
        assert run.guide
    assert runner.yes == []


async def test_a_yes_carries_it_out_once_and_shows_the_end() -> None:
    """A second y does nothing."""
    async with guide(blocked(), SMALL) as run:
        runner = Recorded(Step("installing: npm install"), Step(end=trial(run.guide.case)))
        await opened(run, runner)
        text = await run.press("y", "y")
        assert "It answered as predicted, 1 times of 1." in text
        assert runner.yes == [True]


async def test_progress_is_shown_and_leaving_stops_it() -> None:
    """The runner is closed, so that it cleans up."""
    runner = Recorded(Step("installing: npm install"), hangs=True)
    async with guide(blocked(), SMALL) as run:
        await opened(run, runner)
        await run.pilot.press("y")
        await run.pilot.pause()
        assert "installing: npm install ..." in run.text
        await run.pilot.press("escape")
        await run.settle()
        assert run.guide
        assert runner.closed


async def test_ctrl_c_stops_it_and_says_how_to_leave() -> None:
    """Back in the guide, with the runner closed."""
    runner = Recorded(Step("installing: npm install"), hangs=True)
    async with guide(blocked(), SMALL) as run:
        await opened(run, runner)
        await run.pilot.press("y")
        await run.pilot.press("ctrl+c")
        await run.settle()
        assert run.app.screen is run.guide
        assert runner.closed
        assert "again to leave" in run.text


async def test_without_the_runtime_y_does_nothing() -> None:
    """What is missing is named."""
    runner = Recorded()
    async with guide(blocked(), SMALL) as run:
        assert "Not installed here: node, npm." in await opened(run, runner, installed=False)
        await run.keys("y")
    assert runner.yes == []


def test_the_question_is_asked_only_where_it_can_be_done() -> None:
    """Not beside a missing runtime."""
    case = blocked()
    assert "Install and run this?" in plan_text(planned(case)).plain
    assert "Install and run this?" not in plan_text(planned(case, installed=False)).plain


def test_the_end_shows_prediction_and_answer_row_by_row() -> None:
    """Only headers that CORS is about; each browser's word; both sides where they differ."""
    case = blocked()
    text = end_text(trial(case, differences=("status 200, predicted 204",))).plain
    assert "It did not answer as predicted, 1 times of 1." in text
    assert "! status\n    predicted  204\n    answered   200\n" in text
    assert f"= {ALLOW[0].lower()}  {ORIGIN}" in text
    assert "this page is let in" in text
    assert "x-other" not in text.lower()
    assert text.count("BLOCKED") == 3


def test_a_difference_that_stands_in_no_row_is_said() -> None:
    """The order of the lines is one."""
    case = blocked()
    wire = case.exchanges("as-asked")[0].request
    vary = ("Vary", "Origin")
    tried = Tried("it", wire, Response(200, HeaderList((ALLOW, vary))), Expected(HeaderList((vary, ALLOW))), ("order",))
    text = end_text(Trial(planned(case), (tried,), {})).plain
    assert [line for line in text.splitlines() if line.startswith("!")] == ["! order"]


ENDS: list[tuple[str, Any, str]] = [
    ("an escape sequence a program printed", "\x1b[31mred", "red"),
    ("a title sequence", "\x1b]0;owned\x07", "owned"),
]


@pytest.mark.parametrize(("what", "output", "says"), ENDS, ids=[row[0] for row in ENDS])
def test_what_a_program_printed_is_shown_and_not_interpreted(what: str, output: str, says: str) -> None:
    """With the reason in front."""
    text = end_text(NotTried(planned(blocked()), "`npm install` ended with code 1.", output)).plain
    assert text.startswith("`npm install` ended with code 1."), what
    assert says in text
    assert "\x1b" not in text


def test_no_answer_is_said() -> None:
    """With the kind of failure."""
    case = blocked()
    wire = case.exchanges("as-asked")[0].request
    nothing = Tried("it", wire, NetworkError(NetworkFailure.NO_ANSWER_YET), Expected(HeaderList()), ("no answer came",))
    assert "no answer: no answer in time" in end_text(Trial(planned(case), (nothing,), {})).plain
