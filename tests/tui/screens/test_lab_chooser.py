"""The lab chooser: every scenario, its story, and into the guide."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.lab.scenario import known_scenarios
from cors_tui.tui.app import CorsApp
from tests.tui.driving import SIZES, driven

SCENARIOS = list(known_scenarios().values())


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x45"])
async def test_choosing_a_scenario_starts_it(size: tuple[int, int]) -> None:
    """The story of the one that is marked is read before."""
    async with driven(CorsApp(Case(), lab_chooser=True), size) as run:
        assert SCENARIOS[0].title in run.text
        assert SCENARIOS[1].story[:30] in await run.press("down")
        await run.keys("enter")
        assert run.guide.running_lab is not None
        assert run.guide.running_lab.scenario is SCENARIOS[1]


async def test_up_from_the_first_is_the_last_and_it_is_in_sight() -> None:
    """The list scrolls with the mark."""
    async with driven(CorsApp(Case(), lab_chooser=True), (80, 24)) as run:
        text = await run.press("up")
        assert f"(•) {SCENARIOS[-1].name}" in text
