"""The reference: searchable by what stands in the console; causes, topics, recipes."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from cors_tui.guide.question import Choice
from cors_tui.report.explain import explain
from cors_tui.report.reference import QUICK_TABLE, search
from cors_tui.report.topics import TOPICS
from cors_tui.tui.messages import Left
from cors_tui.tui.visible import visible, visible_lines
from cors_tui.tui.widgets.choice import Choices
from cors_tui.tui.widgets.field import Field
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Panel, Shown

_MOST_HITS = 12


class ReferenceScreen(Screen[None]):
    """Search above, hits below it, the page of the chosen one beside."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back"),
        Binding("slash,tab", "search", "search"),
        Binding("up,k", "move(-1)", "up"),
        Binding("down,j", "move(1)", "down"),
        Binding("enter", "read", "read"),
        Binding("pagedown,space", "page(12)", "page down", show=False),
        Binding("pageup", "page(-12)", "page up", show=False),
    ]

    def __init__(self, searched: str = "") -> None:
        super().__init__()
        self.field = Field(searched[:400], "what stands in the console, or a few words", plain=True)
        self.hits = Choices((), classes="hits")
        self.hits.can_focus = False
        self.page = Panel(Shown(id="page"), id="reference-page")

    def compose(self) -> ComposeResult:
        yield Shown(visible(" The reference: symptom, cause, repair", "bold"), id="head")
        yield Horizontal(Shown(visible(" search  ")), self.field, classes="row")
        with Horizontal(id="middle"):
            yield Panel(self.hits, id="reference-hits")
            yield self.page
        yield KeysLine(id="keys")

    def on_mount(self) -> None:
        self.page.entitle(visible("page up and down scroll"))
        self._search(self.field.value)

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        self._search(event.value)

    def _search(self, text: str) -> None:
        found = search(text)[:_MOST_HITS] if text.strip() else ()
        hits = tuple(Choice(hit.name, hit.title) for hit in found) or _everything()
        self.hits.at = 0
        self.hits.show_choice(hits[0].value, 40, hits)
        self._read(hits[0].value)

    def action_move(self, by: int) -> None:
        self.hits.action_move(by)
        self._read(self.hits.choices[self.hits.at].value)

    def action_read(self) -> None:
        self._read(self.hits.choices[self.hits.at].value)

    @on(Choices.Chosen)
    def chosen(self, event: Choices.Chosen) -> None:
        self._read(event.value)

    def _read(self, name: str) -> None:
        self.hits.show_choice(name, 40)
        page = _quick_table() if name == "quick-table" else explain(name)
        self.query_one("#page", Shown).set(visible_lines(page))
        self.page.scroll_home(animate=False)

    def action_page(self, by: int) -> None:
        self.page.scroll_relative(y=by, animate=False)

    def action_search(self) -> None:
        self.set_focus(self.field)

    @on(Left)
    def left_field(self) -> None:
        self.set_focus(None)

    def action_back(self) -> None:
        """Leave the field first, then the reference."""
        if self.focused is not None:
            self.set_focus(None)
        else:
            self.app.pop_screen()


def _everything() -> tuple[Choice, ...]:
    causes = dict.fromkeys(row.explains for row in QUICK_TABLE)
    table = Choice("quick-table", "The quick table")
    topics = (Choice(topic.name, topic.title) for topic in TOPICS)
    return (table, *topics, *(Choice(name, name.replace("-", " ")) for name in causes))


def _quick_table() -> str:
    rows = (f"{row.symptom}\n    because  {row.cause}\n    so       {row.fix}\n" for row in QUICK_TABLE)
    return "\n".join(rows)
