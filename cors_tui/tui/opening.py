"""The part of the app that opens screens and holds the practice lab.

The screens behind the first one are imported when they are opened: the first frame does not wait for them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import App

from cors_tui.case import Case
from cors_tui.tui.recent import recent_origins
from cors_tui.tui.screens.start import Begin

if TYPE_CHECKING:
    from cors_tui.lab.scenario import Scenario
    from cors_tui.session.labs import RunningLab
    from cors_tui.session.policy_files import PolicyFile
    from cors_tui.tui.screens.guide import GuideScreen


class Opening(App[int]):
    """`first_case` is what the guide begins with; `guide` the latest one that was opened.

    `policy` is the file that the fix is made of, None for the least that makes the case work."""

    def __init__(
        self,
        case: Case,
        lab: RunningLab | None = None,
        *,
        start_all: bool = False,
        policy: PolicyFile | None = None,
    ) -> None:
        super().__init__()
        self.first_case = case
        self.lab = lab
        self.start_all = start_all
        self.policy = policy
        self.guide: GuideScreen | None = None

    @work(thread=True)
    def _load_the_rest(self) -> None:
        importlib.import_module("cors_tui.tui.screens.guide")

    async def _open_guide(self, case: Case, lab: RunningLab | None = None) -> GuideScreen:
        from cors_tui.tui.screens.guide import GuideScreen

        self.guide = GuideScreen(case, lab, start_all=self.start_all, given=self.policy, recent=recent_origins())
        await self.push_screen(self.guide)
        return self.guide

    @on(Begin)
    async def begin(self, message: Begin) -> None:
        """From the start screen into the guide, with what was pasted or typed there."""
        guide = await self._open_guide(self.first_case)
        if message.text.strip():
            guide.take(message.text, typed=message.typed)

    def action_lab(self) -> None:
        from cors_tui.tui.screens.lab_chooser import LabChooser

        self.push_screen(LabChooser(), self._lab_chosen)

    async def _lab_chosen(self, scenario: Scenario | None) -> None:
        from cors_tui.session.labs import RunningLab

        if scenario is not None:
            await self._close_lab()
            await self._open_lab(RunningLab(scenario))

    async def _open_lab(self, lab: RunningLab) -> None:
        self.lab = await lab.__aenter__()
        await self._open_guide(lab.case, lab)

    async def _close_lab(self) -> None:
        lab, self.lab = self.lab, None
        if lab is not None:
            await lab.__aexit__(None, None, None)

    def action_reference(self) -> None:
        from cors_tui.tui.screens.reference import ReferenceScreen

        self.push_screen(ReferenceScreen())

    def action_help(self) -> None:
        from cors_tui.tui.screens.help import help_screen

        self.push_screen(help_screen())
