"""What to copy: what the step is about, or the request in one of the forms that people use; with a preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen

from cors_tui.case import Case
from cors_tui.guide.question import Choice
from cors_tui.inputs.writer import known_writers
from cors_tui.tui.clipboard import save, size
from cors_tui.tui.visible import joined, lines, visible, visible_lines
from cors_tui.tui.widgets.choice import Choices
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Panel, Shown

_ORDER = ("curl_bash", "curl_cmd", "curl_powershell", "fetch_code", "httpie", "http_file", "html_page")
_SIDE_BY_SIDE = 100


@dataclass(frozen=True, slots=True)
class Copy:
    """One thing to copy. `what` is what it is called, `hint` what has to be done before it runs ("" for nothing)."""

    what: str
    text: str
    suffix: str = ".txt"
    hint: str = ""


def copies(case: Case, own: tuple[tuple[str, str], ...]) -> tuple[Copy, ...]:
    """What can be copied of `case`: first what the step is about (`own`: what and text), then the request's forms."""
    found = [Copy(what, text) for what, text in own if text]
    if case.call.url.strip():
        writers = known_writers()
        for name in sorted(writers, key=_rank):
            writer = writers[name]
            text = writer.write(case, False)
            found.append(Copy(f"the request: {writer.title}", text, writer.suffix, _hint(case, name, text)))
    return tuple(found)


def _rank(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER)), name


def _hint(case: Case, name: str, text: str) -> str:
    """What stands in the place of the secrets."""
    if text == known_writers()[name].write(case, True):
        return ""
    return "A variable stands for each secret: set it first, and the text runs as it is."


class CopyScreen(Screen[Copy]):
    """Dismissed with what is to be copied."""

    CSS_PATH = "copy_as.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "choose", "copy it"),
        Binding("up,k", "move(-1)", "up"),
        Binding("down,j", "move(1)", "down"),
        Binding("w", "write", "write a file"),
        Binding("pagedown,space", "page(10)", "page down", show=False),
        Binding("pageup", "page(-10)", "page up", show=False),
        Binding("escape", "leave", "back"),
    ]

    def __init__(self, offered: tuple[Copy, ...]) -> None:
        super().__init__()
        self.offered = offered
        self.choices = Choices([Choice(str(n), each.what) for n, each in enumerate(offered)])
        self.choices.can_focus = False
        self.preview = Shown(id="copy-preview")
        self.panel = Panel(self.preview, id="copy-panel")
        self.said = Shown(id="copy-said")

    @property
    def chosen(self) -> Copy:
        """What is pointed at."""
        return self.offered[self.choices.at]

    def compose(self) -> ComposeResult:
        yield Shown(visible(" Copy: what, and in which form", "bold"), id="head")
        yield Container(self.choices, self.panel, id="copy-middle")
        yield self.said
        yield KeysLine(id="keys")

    def on_mount(self) -> None:
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= _SIDE_BY_SIDE, "-side")

    def _show(self, says: Content | None = None) -> None:
        chosen = self.chosen
        self.choices.show_choice(str(self.choices.at), 40)
        self.panel.entitle(joined(visible(chosen.what), visible(f"  {size(chosen.text)}", "$quiet")))
        self.panel.scroll_home(animate=False)
        self.preview.set(visible_lines(chosen.text.rstrip("\n")))
        self.said.set(says or lines(visible(f" {chosen.hint}" if chosen.hint else "", "$warning")))

    def action_move(self, by: int) -> None:
        self.choices.action_move(by)
        self._show()

    @on(Choices.Chosen)
    def clicked(self) -> None:
        self._show()

    def action_page(self, by: int) -> None:
        self.panel.scroll_relative(y=by, animate=False)

    def action_write(self) -> None:
        path = save(self.chosen.text, self.chosen.suffix)
        self._show(visible(f" Written to {path}", "$success"))

    def action_choose(self) -> None:
        self.dismiss(self.chosen)

    def action_leave(self) -> None:
        self.dismiss(None)
