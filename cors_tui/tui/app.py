"""The app: wiring. What it starts with, and how one gets out."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from cors_tui.case import Case
from cors_tui.tui.opening import Opening
from cors_tui.tui.palette import commands
from cors_tui.tui.screens.start import StartScreen
from cors_tui.tui.themes import COLOUR, MONOCHROME, VARIABLES, theme_name

if TYPE_CHECKING:
    from cors_tui.session.labs import RunningLab
    from cors_tui.session.policy_files import PolicyFile

INTERRUPTED = 130
_ENDS = ("SIGTERM", "SIGHUP")
_TWICE_WITHIN = 3.0
TRIAL = "trial"
"""The id of the screen on which a fix is tried: what it runs ends with it."""


class CorsApp(Opening):
    """`case` to start from (None: the start screen), or `lab` to practise on; `policy` is what the fix is made of."""

    TITLE = "cors-tui"
    CSS_PATH = "app.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "leave", "leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, priority=True),
    ]

    def __init__(
        self,
        case: Case | None = None,
        *,
        lab: RunningLab | None = None,
        lab_chooser: bool = False,
        start_all: bool = False,
        policy: PolicyFile | None = None,
    ) -> None:
        super().__init__(case or Case(), lab, start_all=start_all, policy=policy)
        self.chooses_lab = lab_chooser
        self.failure: Exception | None = None
        self._last_leave = -_TWICE_WITHIN
        # Before it runs: a theme set later has every style read a second time.
        for theme in (COLOUR, MONOCHROME):
            self.register_theme(theme)
        self.theme = theme_name(self.no_color)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    async def on_mount(self) -> None:
        self._leave_in_order()
        # Without a full refresh a terminal shows nothing after ctrl+z and fg.
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(repaint=True, layout=True))
        if self.lab is not None:
            await self._open_lab(self.lab)
        elif self.chooses_lab:
            self.action_lab()
        elif not self.first_case.call.url:
            await self.push_screen(StartScreen())
            self.call_after_refresh(self._load_the_rest)
        else:
            await self._open_guide(self.first_case)

    async def on_unmount(self) -> None:
        await self._close_lab()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        return commands(self, in_guide=screen is self.guide)

    # --- getting out --------------------------------------------------------------------------------------------------

    def _leave_in_order(self) -> None:
        """Asked to end, or without a terminal: what runs for a trial or the lab ends, too, and its folder goes."""
        for name in _ENDS:
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    asyncio.get_running_loop().add_signal_handler(number, self.exit, 128 + number)

    def action_leave(self) -> None:
        """The first ctrl+c says so, and stops a trial; the second leaves."""
        now = time.monotonic()
        if now - self._last_leave <= _TWICE_WITHIN:
            self.exit(INTERRUPTED)
        self._last_leave = now
        is_trial = self.screen.id == TRIAL
        if is_trial:
            self.screen.dismiss()
        if self.guide is not None and (is_trial or self.screen is self.guide):
            self.guide.stop("Press ctrl+c again to leave.")

    def _handle_exception(self, error: Exception) -> None:
        """Leave without a crash screen: it would print local variables, secrets among them."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.failure = self.failure or error
        self._return_code = 70
        self._close_messages_no_wait()


guide_app = CorsApp


def run_guide(
    case: Case | None = None,
    *,
    lab: RunningLab | None = None,
    lab_chooser: bool = False,
    start_all: bool = False,
    policy: PolicyFile | None = None,
) -> int:
    """Run the guide on this terminal and return the exit code.

    An internal error is raised once the terminal is back, so that the command line can report it without locals.
    """
    app = guide_app(case, lab=lab, lab_chooser=lab_chooser, start_all=start_all, policy=policy)
    code = app.run()
    if app.failure is not None:
        raise app.failure
    return code or 0
