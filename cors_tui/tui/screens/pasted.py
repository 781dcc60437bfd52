"""What was pasted, as it was understood: to be corrected, chosen from, probed, or settled by questions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from cors_tui.diagnosis.answering import Answer
from cors_tui.report.explain import explain
from cors_tui.tui import pasted_text
from cors_tui.tui.messages import Left
from cors_tui.tui.pasting import Pasted, read_path, reread, suggestion
from cors_tui.tui.screens.edit_text import LONGEST, EditScreen
from cors_tui.tui.screens.whole_value import WholeScreen
from cors_tui.tui.visible import visible, visible_lines
from cors_tui.tui.widgets.choice import Choices
from cors_tui.tui.widgets.field import Field
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Panel, Shown
from cors_tui.tui.widgets.pasted_form import PastedForm

_SHORT = 34
"""Rows below which the lists are kept smaller."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How a person left the screen. `then`: ``keep`` (only the text), ``guide``, ``probe``, ``fix``, or ``read`` the
    `text` anew."""

    pasted: Pasted
    then: str
    text: str = ""


class Reread(Message):
    """The paste was read in another way: as another kind, or the file that it names."""

    def __init__(self, pasted: Pasted) -> None:
        super().__init__()
        self.pasted = pasted


class PastedScreen(Screen[Decision]):
    """Dismissed with a `Decision`. Nothing is sent or opened here but on a key."""

    CSS_PATH = "pasted.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", "yes"),
        Binding("n", "answer('no')", "no"),
        Binding("d", "answer('unknown')", "do not know"),
        Binding("backspace", "unanswer", "take back"),
        Binding("enter,ctrl+n", "take", "to the guide"),
        Binding("r,ctrl+r", "probe_it", "probe"),
        Binding("u,f4", "ask", "unreachable: ask me"),
        Binding("enter,ctrl+n", "open", "read the file"),
        Binding("right", "case(1)", "next"),
        Binding("left", "case(-1)", "before", show=False),
        Binding("down,j", "point(1)", "next cause", show=False),
        Binding("up,k", "point(-1)", "cause before", show=False),
        Binding("h,f2", "mend", "mend it"),
        Binding("f,f8", "fix", "fix"),
        Binding("c,f3", "page", "about it"),
        Binding("tab", "correct(1)", "correct"),
        Binding("shift+tab", "correct(-1)", "correct", show=False),
        Binding("e,ctrl+g", "edit_text", "edit text"),
        Binding("v,ctrl+l", "text", "text"),
        Binding("slash,f5", "app.reference", "reference", show=False),
        Binding("question_mark,f1", "app.help", "help", show=False),
        Binding("escape", "leave", "back"),
    ]

    def __init__(self, pasted: Pasted) -> None:
        super().__init__()
        self.pasted = pasted
        self.heading = Shown(id="head")
        self.form = PastedForm()
        self.list = Shown()
        self.list_panel = Panel(self.list, id="pasted-cases")
        self.causes = Shown()
        self.panel = Panel(self.causes, id="pasted-causes")

    def compose(self) -> ComposeResult:
        yield self.heading
        yield self.form
        yield self.list_panel
        yield self.panel
        yield KeysLine(id="keys")

    def on_mount(self) -> None:
        self.draw()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.height < _SHORT, "-short")
        self.draw()

    # --- showing ------------------------------------------------------------------------------------------------------

    def become(self, pasted: Pasted) -> None:
        """Show another state of the paste."""
        self.pasted = pasted
        self.draw()

    def draw(self) -> None:
        """Bring the paste to everything that is on the screen."""
        pasted, width = self.pasted, self.app.size.width
        self.heading.set(pasted_text.head(pasted, width))
        self.form.show(pasted, width)
        several = len(pasted.cases) > 1 and not pasted.asking
        self.list_panel.set_class(not several, "-off")
        if several:
            self.list_panel.entitle(visible(f"{len(pasted.cases)} requests{_worst(pasted)}  (left, right: another)"))
            self.list.set(pasted_text.cases(pasted, width - 4))
            self.list_panel.scroll_to(y=max(0, pasted.which - 2), animate=False)
        title, content = self._lower(pasted, width - 4)
        self.panel.entitle(visible(title))
        self.causes.set(content)
        self.refresh_bindings()

    def _lower(self, pasted: Pasted, width: int) -> tuple[str, Content]:
        """The lower panel: the text where it was not understood, a question, what the answers say, or the causes."""
        if not pasted.is_understood and not pasted.one.found:
            return "The text, kept as it came  (e: edit it)", pasted_text.excerpt(pasted)
        if pasted.question is not None:
            number = len(pasted.answers) + 1
            return f"Question {number}: nothing is sent, your answers decide", pasted_text.question(
                pasted, pasted.question, width
            )
        if pasted.asking:
            return "What your answers come to", pasted_text.answered(pasted, width)
        return "Likely, from the text alone: nothing was sent", pasted_text.causes(pasted, width, self._rows())

    def _rows(self) -> int:
        """What is left for the lower panel, about."""
        listed = min(len(self.pasted.cases), 8) + 1 if len(self.pasted.cases) > 1 else 0
        return self.app.size.height - 12 - listed

    # --- correcting ---------------------------------------------------------------------------------------------------

    @on(PastedForm.Corrected)
    def corrected(self, message: PastedForm.Corrected) -> None:
        message.stop()
        self.become(self.pasted.correcting(message.field, message.value))

    @on(PastedForm.KindChosen)
    def kind_chosen(self, message: PastedForm.KindChosen) -> None:
        message.stop()
        self._reread(message.kind)

    @work(thread=True, group="paste", exclusive=True)
    def _reread(self, kind: str) -> None:
        self.post_message(Reread(reread(self.pasted, kind)))

    @on(Reread)
    def was_reread(self, message: Reread) -> None:
        message.stop()
        self.become(message.pasted)

    @on(Left)
    def left_field(self, message: Left) -> None:
        message.stop()
        self.set_focus(None)
        self.draw()

    def action_correct(self, by: int) -> None:
        fields = [w for w in self.focus_chain if isinstance(w, Field | Choices)]
        at = fields.index(self.focused) + by if self.focused in fields else (0 if by > 0 else -1)
        if fields:
            self.set_focus(fields[at % len(fields)])

    def on_paste(self, event: events.Paste) -> None:
        """Another paste takes this one's place."""
        event.stop()
        if event.text.strip():
            self.dismiss(Decision(self.pasted, "read", event.text))

    def action_mend(self) -> None:
        """Take the correction that is offered."""
        self.become(self.pasted.correcting(*suggestion(self.pasted)))

    def action_edit_text(self) -> None:
        if len(self.pasted.inside) > LONGEST:
            self.form.warn(f"The text is too long to be edited here ({LONGEST:,} characters at most).")
        else:
            self.app.push_screen(EditScreen(self.pasted.inside), self._edited)

    def _edited(self, text: str | None) -> None:
        if text is not None and text.strip():
            self.dismiss(Decision(self.pasted, "read", text))

    # --- going on -----------------------------------------------------------------------------------------------------

    def action_take(self) -> None:
        self.dismiss(Decision(self.pasted, "guide"))

    def action_probe_it(self) -> None:
        self.dismiss(Decision(self.pasted, "probe"))

    def action_open(self) -> None:
        """Read the file that the paste names."""
        if self.pasted.path is not None:
            self.form.warn(f"Reading {self.pasted.path}; a large file takes a while.")
            self._read(self.pasted.text, self.pasted.path)

    @work(thread=True, group="paste", exclusive=True)
    def _read(self, text: str, path: Path) -> None:
        self.post_message(Reread(read_path(text, path)))

    def action_case(self, by: int) -> None:
        self.become(self.pasted.choosing(self.pasted.which + by))

    def action_point(self, by: int) -> None:
        self.become(self.pasted.pointing(by))

    def action_ask(self) -> None:
        """Ask the person instead of the server, or stop asking."""
        self.become(self.pasted.toggling())

    def action_answer(self, answer: str) -> None:
        self.become(self.pasted.answering(Answer(answer)))

    def action_unanswer(self) -> None:
        self.become(self.pasted.unanswering())

    def action_fix(self) -> None:
        """The fix for the cause that was confirmed, or that is pointed at."""
        if self.pasted.one.call is None or not self.pasted.one.call.origin:
            self.form.warn("! Type the page's origin first (tab): the fix names it.")
            self.set_focus(self.form.fields["origin"])
        else:
            self.dismiss(Decision(self.pasted, "fix"))

    def action_page(self) -> None:
        found = self.pasted.pointed
        if found is not None:
            page = explain(found.cause)
            self.app.push_screen(WholeScreen(found.title, visible_lines(page), page))

    def action_text(self) -> None:
        text = pasted_text.whole(self.pasted)
        self.app.push_screen(WholeScreen("The text as it came, secrets masked", visible_lines(text), text))

    def action_leave(self) -> None:
        """Leave the field first, then the questions, then the screen; the text is kept."""
        if self.focused is not None:
            self.set_focus(None)
            self.draw()
        elif self.pasted.asking:
            self.action_ask()
        else:
            self.dismiss(Decision(self.pasted, "keep"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only keys that do something now are live."""
        pasted = self.pasted
        asks = pasted.question is not None
        live = {
            "take": pasted.is_understood,
            "open": pasted.path is not None and not pasted.is_understood,
            "probe_it": pasted.can_be_probed and not asks,
            "answer": asks,
            "unanswer": pasted.asking and bool(pasted.answers),
            "ask": bool(pasted.one.found) and not asks,
            "fix": pasted.pointed is not None and not asks,
            "page": pasted.pointed is not None,
            "mend": bool(suggestion(pasted)[0]) and not asks,
            "case": len(pasted.cases) > 1,
            "point": bool(pasted.found) and not pasted.asking,
        }
        return live.get(action, True)


def _worst(pasted: Pasted) -> str:
    """How the requests are ordered: what failed by how badly, what was only written down as it came."""
    return ", the worst first" if pasted.one.reading is not None else ""
