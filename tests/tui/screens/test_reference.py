"""The reference: searched by what stands in the console."""

from __future__ import annotations

import pytest

from cors_tui.report.topics import TOPICS
from cors_tui.tui.app import CorsApp
from cors_tui.tui.screens.reference import ReferenceScreen
from tests.tui.driving import SIZES, SMALL, driven, lab


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x45"])
async def test_every_topic_can_be_read(size: tuple[int, int]) -> None:
    """The quick table first, then page after page."""
    async with driven(CorsApp(), size) as run:
        text = await run.press("slash")
        assert "because" in text
        seen = {text}
        for _ in TOPICS:
            seen.add(await run.press("down"))
        assert len(seen) == len(TOPICS) + 1


async def test_a_search_finds_by_the_consoles_words() -> None:
    """Letter by letter."""
    async with driven(CorsApp(), SMALL) as run:
        await run.keys("slash", "slash")
        await run.type("wildcard include")
        screen = run.app.screen
        assert isinstance(screen, ReferenceScreen)
        assert "wildcard" in screen.hits.choices[0].value


async def test_from_the_guide_it_searches_what_the_console_says() -> None:
    """The page of this very message is open at once."""
    async with lab("wildcard-credentials", SMALL) as run:
        await run.keys("r", "slash")
        screen = run.app.screen
        assert isinstance(screen, ReferenceScreen)
        assert "wildcard" in screen.hits.chosen
        await run.keys("escape")
        assert run.guide.view.step


async def test_a_search_that_finds_nothing_shows_everything() -> None:
    """No dead end."""
    async with driven(CorsApp(), SMALL) as run:
        await run.keys("slash", "slash")
        await run.type("zzzz")
        screen = run.app.screen
        assert isinstance(screen, ReferenceScreen)
        assert screen.hits.choices[0].value == "quick-table"
