"""The guide's screen: the tree and the verdicts beside the step, the evidence under it, the console below all."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from cors_tui.case import Case
from cors_tui.experiments.making import SAFE
from cors_tui.guide import tree
from cors_tui.guide.question import known_questions
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from cors_tui.tui.fixing import offer, with_text
from cors_tui.tui.keys import bindings
from cors_tui.tui.messages import Answered, Left, PolicyEdited
from cors_tui.tui.screens._copying import Copying
from cors_tui.tui.screens._pasting import Pasting
from cors_tui.tui.screens._policy_files import PolicyFiles
from cors_tui.tui.screens._trying import Trying
from cors_tui.tui.screens.help import help_screen
from cors_tui.tui.screens.reference import ReferenceScreen
from cors_tui.tui.view import NARROW, WIDE, View
from cors_tui.tui.visible import visible
from cors_tui.tui.widgets.choice import Choices
from cors_tui.tui.widgets.console_line import ConsolePanel, console_text
from cors_tui.tui.widgets.evidence import EvidencePanel
from cors_tui.tui.widgets.field import Field
from cors_tui.tui.widgets.fix_panel import FixPanel
from cors_tui.tui.widgets.head import Banner, Head
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Panel, Shown
from cors_tui.tui.widgets.step_panel import StepPanel
from cors_tui.tui.widgets.tree import StepChosen, TreeLine, TreePanel
from cors_tui.tui.widgets.verdicts import VerdictPanel, WhyLine

_STOPS = "  s: stop"
_BROWSERS = ("chromium", "firefox", "webkit")


class GuideScreen(Copying, Pasting, Trying, PolicyFiles):
    """The whole guide. It shows `view`; keys and answers change it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    CSS_PATH = "guide.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (NARROW, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 -- read from the class

    def __init__(self, case: Case, lab: RunningLab | None = None, *, start_all: bool = False, **first: Any) -> None:
        super().__init__(case, lab, step=tree.first_open(case), **first)
        self.start_all = start_all
        self.steps: dict[str, Panel] = {}
        self.heading = (Head(id="head"), TreeLine(id="tree-line"), Banner(id="banner"), WhyLine(id="why-line"))
        self.side = (TreePanel(), VerdictPanel())
        self.right = Vertical(id="right")
        self.evidence = EvidencePanel()
        self.console_panel = ConsolePanel()
        self.note_line = Shown(id="note")

    def compose(self) -> ComposeResult:
        yield from self.heading
        with Horizontal(id="middle"):
            yield Vertical(*self.side, id="left")
            with self.right:
                yield self.evidence
        yield self.console_panel
        yield self.note_line
        yield KeysLine(id="keys")

    def on_mount(self) -> None:
        self.change(width=self.app.size.width)
        if self.start_all:
            self.action_everything()

    def on_resize(self, event: events.Resize) -> None:
        if event.size.width != self.view.width or not self.steps:
            self.change(width=event.size.width)

    # --- showing ------------------------------------------------------------------------------------------------------

    def watch_view(self, view: View) -> None:
        """Bring the view to everything that is on the screen."""
        if not self.is_mounted:
            return
        self._show_step(view)
        for part in (*self.heading, *self.side, self.evidence, self.console_panel):
            part.show(view)
        says = _progress(view) or view.note
        self.note_line.display = bool(says)
        self.note_line.set(visible(f" {says}", "$accent"))
        self.refresh_bindings()

    def _show_step(self, view: View) -> None:
        """Show the panel of the step, made on the first visit."""
        panel = self.steps.get(view.step)
        if panel is None:
            step = tree.step(view.step)
            panel = FixPanel(step) if view.step == "fix" else StepPanel(step)
            self.steps[view.step] = panel
            self.right.mount(panel, before=self.evidence)
        for name, other in self.steps.items():
            self._turn_off(other, name != view.step)
        panel.show(view)

    def _turn_off(self, panel: Panel, off: bool) -> None:
        """Hide a panel or show it. No style inside depends on that, so only its own is read anew."""
        if panel.has_class("-off") != off:
            panel.set_class(off, "-off", update=False)
            self.app.stylesheet.apply(panel)

    # --- moving -------------------------------------------------------------------------------------------------------

    def go(self, step: str) -> None:
        """Show another step; a field that was typed in is left."""
        self.set_focus(None)
        self.change(step=step, note="")

    def action_next(self) -> None:
        self.go(tree.after(self.view.step, self.case))

    def action_back(self) -> None:
        """Leave the field first, then go back."""
        if self.focused is not None:
            self.set_focus(None)
        elif self.view.step == tree.STEPS[0].name:
            self.note("This is the first step. Press ctrl+c twice to leave.")
        else:
            self.go(tree.before(self.view.step, self.case))

    def action_step(self, number: int) -> None:
        self.go(tree.STEPS[number - 1].name)

    def action_verify(self) -> None:
        self.go("verify")

    def action_field(self, by: int) -> None:
        """The next field of this step; from the last one to the first."""
        fields: list[Widget] = [w for w in self.focus_chain if isinstance(w, Field | Choices)]
        self._focus_next(fields, by)

    def action_panel(self) -> None:
        if self.view.width < NARROW:
            self.right.toggle_class("-evidence")
            return
        panels: list[Widget] = [w for w in self.focus_chain if isinstance(w, Panel)]
        self._focus_next(panels, 1)

    def _focus_next(self, widgets: list[Widget], by: int) -> None:
        if not widgets:
            return
        here = self.focused
        if here in widgets:
            self.set_focus(widgets[(widgets.index(here) + by) % len(widgets)])
        else:
            self.set_focus(widgets[0 if by > 0 else -1])

    @on(StepChosen)
    def step_chosen(self, message: StepChosen) -> None:
        self.go(message.step)

    @on(Left)
    def left_field(self, message: Left) -> None:
        """Enter in a field: on to the next one, and out after the last."""
        message.stop()
        fields = [w for w in self.focus_chain if isinstance(w, Field)]
        rest = fields[fields.index(self.focused) + 1 :] if self.focused in fields else []
        self.set_focus(rest[0] if rest else None)

    # --- answers ------------------------------------------------------------------------------------------------------

    @on(Answered)
    def answered(self, message: Answered) -> None:
        """What an answer does to the case; a run that asks something else now is stopped."""
        message.stop()
        case = known_questions()[message.question].answer(self.case, message.answer)
        if case.call != self.case.call:
            self.stop()
            self.change_case(case, waiting=None, policy=None)
        elif case != self.case:
            self.change_case(case)

    @on(PolicyEdited)
    def policy_edited(self, message: PolicyEdited) -> None:
        message.stop()
        policy: CorsPolicy = with_text(offer(self.view).policy, message.field, message.text)
        self.change(policy=policy)

    def action_edit(self) -> None:
        """Open the policy's form, or close it."""
        self.go("fix")
        self.change(editing=not self.view.editing)
        if self.view.editing:
            self.call_after_refresh(self._focus_editor)

    def _focus_editor(self) -> None:
        found = next(iter(self.query(".policy-origins")), None)
        self.set_focus(found)

    def action_development(self) -> None:
        self.go("fix")
        self.change(development=not self.view.development)

    # --- the rest -----------------------------------------------------------------------------------------------------

    def action_console(self) -> None:
        at = _BROWSERS.index(self.view.browser)
        self.change(browser=_BROWSERS[(at + 1) % len(_BROWSERS)])

    def action_reveal(self) -> None:
        revealed = not self.view.revealed
        self.change(revealed=revealed, note="Secrets are shown now." if revealed else "Secrets are masked.")

    def action_reference(self) -> None:
        """The reference, searched by what the console says."""
        self.app.push_screen(ReferenceScreen(console_text(self.view)))

    def action_help(self) -> None:
        self.app.push_screen(help_screen())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only keys that do something now are live."""
        view = self.view
        live = {
            "apply": self.running_lab is not None,
            "edit": view.step == "fix",
            "development": view.step == "fix",
            "verify": view.step == "fix",
            "try_it": view.step == "fix",
            "stop": bool(view.asking or view.watching),
            "larger_body": view.judgement is not None and view.case.call.method.upper() not in SAFE,
            "watch": view.step in ("verdict", "fix", "verify"),
            "next": view.step != "verify",
            "real_browser": view.step in ("verdict", "verify") and view.judgement is not None,
        }
        return live.get(action, True)


def _progress(view: View) -> str:
    """One line: which of how many, what and why, cut at its end; and the key that stops it."""
    if not view.asking:
        return ""
    room = view.width - len(_STOPS) - 2
    said = view.progress
    return f"{said if len(said) <= room else said[: room - 1] + '…'}{_STOPS}"
