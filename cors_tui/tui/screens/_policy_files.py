"""The guide's screen, the part that saves the policy as a file and opens one."""

from __future__ import annotations

from cors_tui.session.policy_files import PolicyFile
from cors_tui.tui.fixing import shown_policy
from cors_tui.tui.screens._base import GuideBase
from cors_tui.tui.screens.policy_file import PolicyFileScreen


class PolicyFiles(GuideBase):
    """`p`."""

    def action_policy_file(self) -> None:
        """Show the policy as its file would be, and ask for the name."""
        name = str(self.view.given.path) if self.view.given else ""
        self.app.push_screen(PolicyFileScreen(shown_policy(self.view), name), self._filed)

    def _filed(self, found: PolicyFile | None) -> None:
        """The fix is made of what the file holds from now on."""
        if found is None:
            return
        self.set_focus(None)
        takers = "cors-tui fix --policy, lab --policy and check --expect take it."
        self.change(given=found, policy=None, step="fix", note=f"The policy stands in {found.path}; {takers}")
