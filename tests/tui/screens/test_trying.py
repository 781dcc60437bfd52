"""The key that tries the fix: live in the fix step, with the shown policy, and nothing runs by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator

from cors_tui.case import Case
from cors_tui.session.trying import NotTried, Plan, Step
from cors_tui.tui.fixing import offer
from cors_tui.tui.screens.try_it import TryScreen
from tests.tui.driving import SMALL, guide, lab
from tests.tui.judged_cases import blocked, unreachable


async def test_t_opens_it_with_the_shown_fix_and_runs_after_a_yes() -> None:
    """The runner is given the plan that was shown."""
    given: list[Plan] = []

    async def runner(case: Case, planned: Plan, *, yes: bool) -> AsyncIterator[Step]:
        assert yes
        assert case.call.url
        given.append(planned)
        yield Step(end=NotTried(planned, "Nothing was really run."))

    async with guide(blocked(), SMALL) as run:
        run.guide.runner = runner
        run.guide.find = lambda name: f"/bin/{name}"
        await run.keys("6")
        found = offer(run.guide.view)
        await run.keys("t")
        assert isinstance(run.app.screen, TryScreen)
        assert not given
        assert found.framework is not None
        assert f"Try it here: {found.framework.title}" in run.text
        assert "Nothing was really run." in await run.press("y")
        assert [(each.framework, each.policy) for each in given] == [(found.framework, found.policy)]


async def test_t_is_dead_in_every_other_step() -> None:
    """As the last line says."""
    async with guide(blocked(), SMALL) as run:
        await run.keys("5", "t")
        assert run.guide.view.step == "verdict"


async def test_where_there_is_no_code_it_says_so() -> None:
    """No screen opens."""
    async with guide(unreachable(), SMALL) as run:
        text = await run.press("6", "t")
        assert run.guide
        assert "There is no code here to try." in text


async def test_a_framework_that_cannot_repair_a_proxy_leads_to_one_that_can() -> None:
    """Express was chosen; what helps is nginx's."""
    async with lab("overwritten") as run:
        await run.keys("r", "a", "6")
        run.guide.change_case(run.guide.case.with_answer("framework", "express"))
        await run.settle()
        assert "There is code for it in nginx" in run.text
