"""The screen's view: what was seen before is judged, too."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Call, Case
from tests.tui.driving import SMALL, guide
from tests.tui.judged_cases import allowed, blocked

CASE = Case(Call(url="http://localhost:3999/", origin="http://localhost:3000"))


async def test_a_new_case_is_judged_and_so_is_what_was_before() -> None:
    """Both verdicts follow from the case."""
    async with guide(CASE, SMALL) as run:
        assert run.guide.view.judgement is None
        run.guide.change_case(replace(allowed(), before=blocked().seen))
        await run.settle()
        assert run.guide.view.is_green
        assert run.guide.view.earlier is not None
        run.guide.change_case(CASE)
        assert run.guide.view.earlier is None


async def test_a_note_stays_until_the_next_step() -> None:
    """One thing at a time."""
    async with guide(CASE, SMALL) as run:
        run.guide.note("[/markup] is text")
        await run.settle()
        assert "[/markup] is text" in run.text
        assert "[/markup] is text" not in await run.press("7")
