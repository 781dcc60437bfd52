"""The app: wiring. It opens screens, holds the practice lab, and gets out."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from cors_tui.case import Case
from cors_tui.lab.scenario import Scenario
from cors_tui.session.labs import RunningLab
from cors_tui.tui.keys import KEYS
from cors_tui.tui.recent import recent_origins
from cors_tui.tui.screens.guide import GuideScreen
from cors_tui.tui.screens.help import help_screen
from cors_tui.tui.screens.lab_chooser import LabChooser
from cors_tui.tui.screens.reference import ReferenceScreen
from cors_tui.tui.screens.start import Begin, StartScreen
from cors_tui.tui.themes import COLOUR, MONOCHROME, VARIABLES, theme_name

INTERRUPTED = 130
_TWICE_WITHIN = 3.0


class CorsApp(App[int]):
    """`case` to start from (None: the start screen), or `lab` to practise on."""

    TITLE = "cors-tui"
    CSS_PATH = "app.tcss"
    AUTO_FOCUS = ""
    ENABLE_COMMAND_PALETTE = True
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
    ) -> None:
        super().__init__()
        self.first_case = case
        self.lab = lab
        self.chooses_lab = lab_chooser
        self.start_all = start_all
        self.failure: Exception | None = None
        self._last_leave = -_TWICE_WITHIN

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    async def on_mount(self) -> None:
        for theme in (COLOUR, MONOCHROME):
            self.register_theme(theme)
        self.theme = theme_name(self.no_color)
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(repaint=True, layout=True))
        if self.lab is not None:
            await self._open_lab(self.lab)
        elif self.chooses_lab:
            self.action_lab()
        elif self.first_case is None or not self.first_case.call.url:
            await self.push_screen(StartScreen())
        else:
            await self._open_guide(self.first_case)

    async def on_unmount(self) -> None:
        await self._close_lab()

    # --- screens ------------------------------------------------------------------------------------------------------

    async def _open_guide(self, case: Case, lab: RunningLab | None = None) -> None:
        screen = GuideScreen(case, lab, start_all=self.start_all, recent=recent_origins())
        await self.push_screen(screen)

    @on(Begin)
    async def begin(self, message: Begin) -> None:
        """From the start screen into the guide, with what was pasted or typed there."""
        case = self.first_case or Case()
        await self._open_guide(case)
        if message.text.strip() and isinstance(self.screen, GuideScreen):
            self.screen.take(message.text)

    def action_lab(self) -> None:
        self.push_screen(LabChooser(), self._lab_chosen)

    async def _lab_chosen(self, scenario: Scenario | None) -> None:
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
        self.push_screen(ReferenceScreen())

    def action_help(self) -> None:
        self.push_screen(help_screen())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the guide with its key, then the few of the app's own that are ours."""
        if isinstance(screen, GuideScreen):
            for key in KEYS:
                keys = " or ".join(filter(None, (key.key, key.twin)))
                action = f"screen.{key.action}"
                yield SystemCommand(
                    key.help, f"key {keys}", lambda action=action: self.call_later(self.run_action, action)
                )
        yield SystemCommand("Practice lab", "broken servers on this machine", self.action_lab)
        yield SystemCommand("Theme", "choose other colours", self.action_change_theme)
        yield SystemCommand("Leave", "key ctrl+c twice", self.exit)

    # --- getting out --------------------------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """The first ctrl+c says so; the second leaves."""
        now = time.monotonic()
        if now - self._last_leave <= _TWICE_WITHIN:
            self.exit(INTERRUPTED)
            return
        self._last_leave = now
        if isinstance(self.screen, GuideScreen):
            self.screen.stop("Press ctrl+c again to leave.")

    def _handle_exception(self, error: Exception) -> None:
        """Leave without a crash screen: it would print local variables, secrets among them."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.failure = self.failure or error
        self._return_code = 70
        self._close_messages_no_wait()


def run_guide(
    case: Case | None = None, *, lab: RunningLab | None = None, lab_chooser: bool = False, start_all: bool = False
) -> int:
    """Run the guide on this terminal and return the exit code.

    An internal error is raised once the terminal is back, so that the command line can report it without locals.
    """
    app = CorsApp(case, lab=lab, lab_chooser=lab_chooser, start_all=start_all)
    code = app.run()
    if app.failure is not None:
        raise app.failure
    return code or 0
