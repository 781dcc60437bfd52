"""Which broken server to practise on."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from cors_tui.guide.question import Choice
from cors_tui.lab.scenario import Scenario, known_scenarios
from cors_tui.tui.visible import lines, visible
from cors_tui.tui.widgets.choice import Choices
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Panel, Shown


class LabChooser(Screen[Scenario]):
    """Dismissed with the scenario that was chosen."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "start it"),
        Binding("up,k", "move(-1)", "up"),
        Binding("down,j", "move(1)", "down"),
        Binding("escape", "app.pop_screen", "back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.scenarios = tuple(known_scenarios().values())
        self.choices = Choices([Choice(each.name, each.name, each.title) for each in self.scenarios])
        self.choices.can_focus = False
        self.story = Shown(id="story")

    def compose(self) -> ComposeResult:
        yield Shown(visible(" The practice lab: broken servers on this machine, to be repaired", "bold"), id="head")
        yield Panel(self.choices, id="scenarios")
        yield self.story
        yield KeysLine(id="keys")

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        chosen = self.scenarios[self.choices.at]
        self.choices.show_choice(chosen.name, self.app.size.width - 6)
        self.story.set(lines(visible(chosen.title, "bold"), visible(chosen.story)))
        row = self.choices.at
        self.query_one("#scenarios", Panel).scroll_to(y=max(0, row - 8), animate=False)

    def action_move(self, by: int) -> None:
        self.choices.action_move(by)
        self._show()

    def action_choose(self) -> None:
        self.dismiss(self.scenarios[self.choices.at])

    @on(Choices.Chosen)
    def clicked(self) -> None:
        self._show()
