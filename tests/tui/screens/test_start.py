"""The start screen: paste, type, or go to the lab."""

from __future__ import annotations

import pytest

from cors_tui.tui.app import CorsApp
from cors_tui.tui.screens.reference import ReferenceScreen
from tests.tui.driving import SIZES, SMALL, driven


@pytest.mark.parametrize("size", [*SIZES, (50, 20)], ids=str)
async def test_it_says_what_to_do_in_every_size(size: tuple[int, int]) -> None:
    """And promises that nothing is sent unasked."""
    async with driven(CorsApp(), size) as run:
        text = " ".join(run.text.split())
        for word in ("Paste anywhere", "a curl command", "Nothing is sent before you press r"):
            assert word in text
        assert "ctrl+p" in run.footer


async def test_typing_a_url_and_enter_opens_the_guide() -> None:
    """Escape leaves the field first."""
    async with driven(CorsApp(), SMALL) as run:
        await run.keys("tab", "x", "escape")
        assert run.app.screen.focused is None
        await run.keys("tab", "backspace")
        await run.type("http://localhost:3999/a")
        await run.keys("enter")
        await run.settle()
        assert run.guide.case.call.url == "http://localhost:3999/a"


async def test_enter_opens_the_empty_form() -> None:
    """At the first step."""
    async with driven(CorsApp(), SMALL) as run:
        await run.keys("enter")
        assert run.guide.view.step == "called"
        assert "origin" in run.text


async def test_slash_opens_the_reference() -> None:
    """And escape comes back."""
    async with driven(CorsApp(), SMALL) as run:
        await run.keys("slash")
        assert isinstance(run.app.screen, ReferenceScreen)
        await run.keys("escape")
        assert "Paste anywhere" in run.text
