"""Exactly what would be sent, and nothing sent without a yes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from cors_tui.case import Case
from cors_tui.masking import masked, masked_url
from cors_tui.session.asking import dressing
from cors_tui.session.experimenting import held_back
from cors_tui.session.unasked import held_back_sentence
from cors_tui.standards.request import WireRequest
from cors_tui.tui.visible import lines, visible, visible_lines
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Shown

_LONGEST_BODY = 4000


class ConsentScreen(ModalScreen[bool]):
    """Asks whether something may be sent once. Dismissed with the answer; escape is a no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes, send it once"),
        Binding("n,escape", "answer(False)", "no, send nothing"),
    ]

    def __init__(self, asks: str, text: Content) -> None:
        super().__init__()
        self.asks = visible(asks, "bold $warning")
        self.text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            yield Shown(self.asks)
            yield Shown(self.text, id="would-be-sent")
        yield KeysLine()

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)


def ask_to_send(case: Case, wire: WireRequest) -> ConsentScreen:
    """The screen that asks for the unsafe request `wire` itself."""
    asks = f"Send this {wire.method} for real? It may change something at the server."
    return ConsentScreen(asks, consent_text(case, wire))


def ask_for_own_url(case: Case) -> ConsentScreen:
    """The screen that asks for the questions that were held back, under the real URL."""
    return ConsentScreen("Ask these under the real URL, without a query value more?", own_url_text(case))


def own_url_text(case: Case) -> Content:
    """Why they were held back, each of them, and what asking them may do."""
    rows = [visible(held_back_sentence(case)), visible("")]
    rows += [visible(f"  {len(plan.wires)} × {plan.experiment.asks}") for plan in held_back(case)]
    harm = (
        "A shared cache in front may keep an answer that was made for another page, and give it to your visitors until "
        "it runs out. Only GET, HEAD and OPTIONS are sent."
    )
    return lines(*rows, visible(""), visible(harm, "$warning"))


def consent_text(case: Case, wire: WireRequest) -> Content:
    """The request line, every header and the body as the probe would put them on the wire; secrets masked."""
    headers = dressing(case, wire)
    rows = [visible(f"{wire.method} {masked_url(wire.url.href)}", "bold"), visible("")]
    rows += [visible(f"{name}: {masked(name, value)}") for name, value in headers]
    if wire.body is not None:
        cut = wire.body.text[:_LONGEST_BODY]
        rows += [visible(""), visible_lines(cut)]
        if len(cut) < len(wire.body.text):
            rows += [visible(f"… and {len(wire.body.text) - len(cut):,} characters more", "$quiet")]
    said = "One yes sends it once, in Chromium's form; its answer serves all three browsers."
    return lines(*rows, visible(""), visible(said, "$quiet"))
