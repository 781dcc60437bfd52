"""The guide's screen, the part that tries the fix on this machine."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from cors_tui.session.trying import plan, try_here
from cors_tui.tui.fixing import offer
from cors_tui.tui.screens._base import GuideBase
from cors_tui.tui.screens.try_it import Runner, TryScreen


class Trying(GuideBase):
    """`t`. `runner` carries a plan out after a yes; `find` gives the path of a program that is installed."""

    runner: Runner = staticmethod(try_here)
    find: Callable[[str], str | None] = staticmethod(shutil.which)

    def action_try_it(self) -> None:
        """Say what trying the shown fix takes, and ask."""
        found = offer(self.view)
        if found.proposal is None or found.framework is None:
            self.note("There is no code here to try.")
            return
        planned = plan(found.framework, found.proposal.fix.policy, self.find)
        self.app.push_screen(TryScreen(self.case, planned, self.runner))
