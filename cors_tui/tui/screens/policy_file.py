"""The policy as a file: what would stand in it, under which name, and nothing overwritten without a yes."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input

from cors_tui.fixes.policy_file import FILE_NAME, PolicyFileError, write_policy
from cors_tui.policy import CorsPolicy
from cors_tui.session.policy_files import PolicyFile, open_policy, save_policy
from cors_tui.tui.messages import Left
from cors_tui.tui.visible import code, visible, visible_lines
from cors_tui.tui.widgets.field import Field
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Shown


class PolicyFileScreen(ModalScreen[PolicyFile]):
    """Dismissed with the file that was saved or opened, None when the person left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "open", "open that file"),
        Binding("escape", "leave", "leave"),
    ]

    def __init__(self, policy: CorsPolicy, name: str = "") -> None:
        super().__init__()
        self.policy = policy
        self.field = Field(name or FILE_NAME)
        self.asked = ""
        self.said = Shown()

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            yield Shown(visible("The policy as a file: enter saves it, ctrl+o opens one instead of it", "bold"))
            yield Horizontal(Shown(visible("file  ")), self.field, classes="row")
            yield self.said
            yield Shown(code(_text(self.policy), "toml"), id="policy-text")
        yield KeysLine()

    def on_mount(self) -> None:
        self.field.focus()
        self.field.cursor_position = len(self.field.value)

    @on(Left)
    def entered(self, message: Left) -> None:
        """Enter in the field saves. It comes after what was typed before it, as a binding of the screen would not."""
        message.stop()
        self.action_save()

    @on(Input.Changed)
    def renamed(self) -> None:
        """Another name: nothing was agreed for it."""
        self.asked = ""
        self.said.set(visible(""))

    def action_save(self) -> None:
        """Save; a file that is there is asked about first, and overwritten by the same key."""
        name = self.field.value.strip()
        try:
            self.dismiss(save_policy(self.policy, name, overwrite=bool(name) and name == self.asked))
        except FileExistsError:
            self.asked = name
            says = f"{name} is there already. Press enter again to overwrite it, or write another name."
            self.said.set(visible(says, "bold $warning"))
        except PolicyFileError as error:
            self.said.set(visible_lines(str(error), "bold $error"))

    def action_open(self) -> None:
        try:
            self.dismiss(open_policy(self.field.value.strip()))
        except PolicyFileError as error:
            self.said.set(visible_lines(str(error), "bold $error"))

    def action_leave(self) -> None:
        self.dismiss(None)


def _text(policy: CorsPolicy) -> str:
    """What would be written, or why it cannot be."""
    try:
        return write_policy(policy)
    except ValueError as error:
        return f"# {error}"
