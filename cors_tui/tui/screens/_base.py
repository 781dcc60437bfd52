"""What every part of the guide's screen stands on: the view, and how it changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual.reactive import reactive
from textual.screen import Screen

from cors_tui.case import Case
from cors_tui.session.assumed import assumed
from cors_tui.session.judging import Judgement
from cors_tui.tui.view import View, judged


class GuideBase(Screen[None]):
    """Holds the view. `change` makes a new one; everything that is shown follows from it."""

    view: reactive[View] = reactive(View(Case()), init=False, always_update=True)

    def __init__(self, case: Case, **first: Any) -> None:
        super().__init__()
        self.set_reactive(GuideBase.view, View(case, judgement=_judged(case), **first))

    @property
    def case(self) -> Case:
        return self.view.case

    def change(self, **fields: Any) -> None:
        """Show the view with these fields changed."""
        self.view = replace(self.view, **fields)

    def change_case(self, case: Case, **fields: Any) -> None:
        """Show another case; its judgement is computed anew."""
        earlier = judged(replace(case, seen=case.before)) if case.before else None
        self.change(case=case, judgement=_judged(case), earlier=earlier, **fields)

    def note(self, says: str) -> None:
        """Say one thing; it stays until the next."""
        self.change(note=says)


def _judged(case: Case) -> Judgement | None:
    """By what was seen; before that by what the person takes as so."""
    return judged(case) or assumed(case)
