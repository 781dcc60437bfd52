"""The palette runs what it names."""

from __future__ import annotations

from cors_tui.tui.keys import KEYS
from tests.tui.driving import SMALL, lab


async def test_an_action_chosen_by_name_is_carried_out() -> None:
    """The guide is the screen again when it runs."""
    async with lab("no-header", SMALL) as run:
        await run.keys("ctrl+p")
        await run.type("send what a browser")
        await run.keys("enter")
        await run.settle()
        assert run.guide.view.judgement is not None


async def test_outside_the_guide_its_actions_are_not_offered() -> None:
    """Only what can be done anywhere."""
    async with lab("no-header", SMALL) as run:
        await run.keys("slash")
        titles = {command.title for command in run.app.get_system_commands(run.app.screen)}
        assert titles == {"Practice lab", "Theme", "Leave"}
        assert len(KEYS) > len(titles)
