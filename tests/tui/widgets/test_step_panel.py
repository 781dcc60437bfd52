"""A step's panel: its texts and its questions, from the table."""

from __future__ import annotations

import pytest

from cors_tui.guide.tree import STEPS, Step
from cors_tui.tui.widgets.step_panel import StepPanel
from tests.tui.hosting import hosted
from tests.tui.judged_cases import preflight_405, viewed

PANELS = [step for step in STEPS if step.name != "fix"]


@pytest.mark.parametrize("step", PANELS, ids=lambda step: step.name)
async def test_a_panel_asks_its_questions(step: Step) -> None:
    """All of the table's, but for those that have a place of their own."""
    panel = StepPanel(step)
    async with hosted(lambda: panel, (120, 60)) as (app, pilot):
        panel.show(viewed(preflight_405(), step.name))
        await pilot.pause()
        for row in panel.rows:
            assert row.question.asks in app.text
        assert {row.question.name for row in panel.rows} == set(step.asks) - {"send", "framework"}
