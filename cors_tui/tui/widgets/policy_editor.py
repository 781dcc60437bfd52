"""The policy as a form: what is typed changes the snippet and the predicted headers at once."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from cors_tui.policy import CorsPolicy
from cors_tui.tui.fixing import EDITED, policy_text
from cors_tui.tui.messages import PolicyEdited
from cors_tui.tui.visible import visible
from cors_tui.tui.widgets.field import Field
from cors_tui.tui.widgets.panel import Shown

_LABELS = {
    "origins": ("origins", "https://app.example.com, https://*.example.com"),
    "methods": ("methods", "PUT, DELETE"),
    "headers": ("headers", "content-type, authorization"),
    "expose": ("exposed headers", "x-total-count"),
    "credentials": ("credentials", "yes or no"),
    "max_age": ("max-age, seconds", "7200 (Chromium keeps at most that, Firefox 86400, Safari 600)"),
    "from_env": ("origins from", "a variable's name, such as CORS_ORIGINS; empty: a list in the code"),
}


class PolicyEditor(Vertical):
    """One field for each part of the policy. Posts `PolicyEdited`."""

    def __init__(self) -> None:
        super().__init__(id="policy-editor")
        self.fields = {name: Field(placeholder=_LABELS[name][1], classes=f"policy-{name}") for name in EDITED}

    def compose(self) -> ComposeResult:
        for name, field in self.fields.items():
            yield Horizontal(Shown(visible(f"{_LABELS[name][0]:<17}")), field, classes="row")

    def show_policy(self, policy: CorsPolicy) -> None:
        """Fill the fields; the one that is typed in keeps its text."""
        for name, field in self.fields.items():
            field.show_value(policy_text(policy, name))

    @property
    def at(self) -> str:
        """The name of the field that is typed in, "" when none is."""
        return next((name for name, field in self.fields.items() if field.has_focus), "")

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        event.stop()
        name = next(name for name, field in self.fields.items() if field is event.input)
        self.post_message(PolicyEdited(name, event.value))
