"""The tree as a column and as a line of numbers."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.guide.tree import STEPS
from cors_tui.tui.view import SIDE
from cors_tui.tui.widgets.tree import tree_column, tree_line
from tests.tui.driving import lab
from tests.tui.judged_cases import allowed, blocked, preflight_405, undecided, viewed


def test_the_column_shows_every_step_with_its_sign() -> None:
    """Numbered as the keys are."""
    rows = tree_column(viewed(blocked(), "verdict")).plain.splitlines()
    assert [row[1:] for row in rows] == [
        f"{sign} {number} {step.title:<18}" for number, (sign, step) in enumerate(zip("++  >  ", STEPS, strict=True), 1)
    ]
    assert max(map(len, rows)) < SIDE


@pytest.mark.parametrize("case", [blocked, allowed, preflight_405, undecided, Case], ids=lambda make: make.__name__)
def test_the_line_fits_eighty_columns(case: type[Case]) -> None:
    """With every browser's word whole."""
    line = tree_line(viewed(case(), "verdict", width=80)).plain
    assert len(line) <= 80
    assert line.count("  ") >= 3


def test_the_line_shortens_names_where_there_is_no_room() -> None:
    """The words stay."""
    line = tree_line(viewed(blocked(), "verdict", width=50)).plain
    assert line.count("BLOCKED") == 3
    assert "Ch BLOCKED" in line


async def test_a_click_on_a_step_goes_there() -> None:
    """The tree can be used with a mouse."""
    async with lab("no-header") as run:
        await run.pilot.click("#tree", offset=(4, 5))
        await run.settle()
        assert run.guide.view.step == STEPS[4].name
