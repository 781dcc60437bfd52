"""The fix step: framework, policy, the snippet, and now against after beside it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from cors_tui.guide.question import Choice
from cors_tui.guide.tree import Step
from cors_tui.tui.fixing import Offer, offer, without_edit
from cors_tui.tui.messages import Answered
from cors_tui.tui.steps import fix
from cors_tui.tui.view import View
from cors_tui.tui.visible import joined, lines, visible
from cors_tui.tui.widgets.choice import Choices
from cors_tui.tui.widgets.panel import LatePanel, Panel, Shown
from cors_tui.tui.widgets.policy_editor import PolicyEditor

ROOMY = 38
"""Rows of a terminal from which the editor and the columns stand there together."""


class FixPanel(LatePanel):
    """Takes the room of step and evidence both."""

    def __init__(self, step: Step) -> None:
        super().__init__(id=f"step-{step.name}", classes="step fix")
        self.step = step
        self.head = Shown()
        self.frameworks = Choices((), inline=True)
        self.editor = PolicyEditor()
        self.edited = Shown()
        self.faults = Shown()
        self.code = Shown()
        self.code_panel = Panel(self.code, id="snippet")
        self.after = Shown()
        self.after_panel = Panel(self.after, id="now-after")
        self.where = Shown()

    def compose(self) -> ComposeResult:
        yield self.head
        yield self.frameworks
        yield self.where
        yield self.editor
        yield self.edited
        yield self.faults
        yield Horizontal(self.code_panel, self.after_panel, id="fix-columns")

    def on_mount(self) -> None:
        super().on_mount()
        self.after_panel.entitle(visible("now → after"))
        self.entitle(visible(f"6 {self.step.title}: {self.step.why}"))

    def draw(self, view: View) -> None:
        found = offer(view)
        self.head.set(lines(fix.cause_line(view), fix.framework_line(found), fix.policy_line(found, view)))
        self._choices(found, view)
        self.editor.display = view.editing
        self.editor.show_policy(found.policy)
        self.faults.display = bool(found.faults)
        self.faults.set(fix.policy_faults(found))
        self._columns(found, view)
        self.where.display = found.proposal is not None and not view.editing
        self.where.set(fix.placement(found))
        self._edited(found, view)

    def _edited(self, found: Offer, view: View) -> None:
        """Where the editor leaves no room for the columns, what its field changes there stands right below it."""
        is_cramped = view.editing and not (view.is_wide and self.app.size.height >= ROOMY)
        self.frameworks.display = not is_cramped
        self.edited.display = is_cramped and found.proposal is not None
        if is_cramped:
            before = without_edit(view, self.editor.at)
            self.edited.set(fix.edited(found, before, view.content_width))

    def on_descendant_focus(self) -> None:
        """Another field changes other lines."""
        if self._latest is not None:
            self._edited(offer(self._latest), self._latest)

    def _choices(self, found: Offer, view: View) -> None:
        choices = [Choice(each.name, each.title) for each in found.frameworks]
        self.frameworks.show_choice(found.framework.name if found.framework else "", view.content_width, choices)

    def _columns(self, found: Offer, view: View) -> None:
        proposal = found.proposal
        self.code_panel.entitle(
            joined(visible(proposal.fix.filename), visible("  y copy", "$accent")) if proposal else visible("code")
        )
        self.code.set(fix.snippet(found, view))
        self.after_panel.display = proposal is not None
        width = view.content_width * 2 // 5 - 3 if view.is_wide else view.content_width - 4
        self.after.set(fix.now_and_after(proposal, width) if proposal else visible(""))

    @on(Choices.Chosen)
    def chosen(self, event: Choices.Chosen) -> None:
        event.stop()
        self.post_message(Answered("framework", event.value))
