"""The themes: one without any colour for NO_COLOR, and every name we use known to both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color

import cors_tui.tui
from cors_tui.tui.app import CorsApp
from cors_tui.tui.themes import COLOUR, MONOCHROME, VARIABLES, theme_name
from tests.tui.driving import SMALL, Driven, driven


def test_no_color_set_at_all_means_no_colour() -> None:
    """Also when it is set to nothing."""
    assert theme_name(True) == MONOCHROME.name
    assert theme_name(False) == COLOUR.name


def test_the_monochrome_theme_has_no_colour_at_all() -> None:
    """Black and white, nothing between: what is important must be said otherwise."""
    values = [getattr(MONOCHROME, name) for name in ("primary", "error", "success", "warning", "accent", "background")]
    assert {Color.parse(value).hex for value in (*values, *MONOCHROME.variables.values())} <= {"#FFFFFF", "#000000"}


@pytest.mark.parametrize("value", ["", "1"])
async def test_the_app_starts_without_colour(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR as the environment has it; every cell on the screen is black, white or grey."""
    monkeypatch.setenv("NO_COLOR", value)
    async with driven(CorsApp(), SMALL) as run:
        assert run.app.theme == MONOCHROME.name
        assert not coloured_cells(run)


def coloured_cells(run: Driven) -> list[str]:
    """Text that is drawn in a colour."""
    found = []
    for strip in run.app.screen._compositor.render_strips():
        for segment in strip:
            colours = [segment.style.color, segment.style.bgcolor] if segment.style else []
            if any(c and c.triplet and len(set(c.triplet)) > 1 for c in colours):
                found.append(segment.text)
    return found


OWN = set(VARIABLES)


def test_every_colour_that_is_used_has_a_name_the_themes_know() -> None:
    """A style such as $quiet is one of ours, or one of Textual's own."""
    textual = {"primary", "accent", "warning", "error", "success", "foreground", "background", "surface", "panel"}
    for path in Path(cors_tui.tui.__file__).parent.rglob("*"):
        if path.suffix in (".py", ".tcss"):
            used = set(re.findall(r"\$([a-z-]+)", path.read_text(encoding="utf-8")))
            assert used <= textual | OWN, path.name
