"""A larger body: what would be sent and how large, and nothing sent without a yes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from cors_tui.case import Case
from cors_tui.experiments import OVERSIZED_BODY
from cors_tui.experiments.body import BODY_SIZE, SEND_OVERSIZED, SIZES, body_size, size_in_words
from cors_tui.masking import masked, masked_url
from cors_tui.session.asking import dressing
from cors_tui.tui.visible import lines, visible
from cors_tui.tui.widgets.keys_line import KeysLine
from cors_tui.tui.widgets.panel import Shown

_LIMITS = ("nginx as it comes: 1 MB", "Vercel functions: 4.5 MB", "API Gateway: 10 MB", "Cloud Run: 32 MB")
_HEAD = 40


class LargerBodyScreen(ModalScreen[str]):
    """Asks for a size and a yes. Dismissed with the size as people write it; with "" for a no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "send", "yes, send it once"),
        Binding("n,escape", "dismiss('')", "no, send nothing"),
        *(Binding(str(n), f"size({n})", words) for n, (words, _) in enumerate(SIZES, 1)),
    ]

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case
        self.asks = Shown()
        self.text = Shown(id="would-be-sent")

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            yield self.asks
            yield self.text
        yield KeysLine()

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        size = size_in_words(body_size(self.case))
        says = f"Send this {self.case.call.method} once with a body of {size}, to find a limit?"
        self.asks.set(visible(says, "bold $warning"))
        self.text.set(larger_body_text(self.case))

    def action_size(self, number: int) -> None:
        self.case = self.case.with_answer(BODY_SIZE, SIZES[number - 1][0])
        self._show()

    def action_send(self) -> None:
        self.dismiss(self.case.answers.get(BODY_SIZE, SIZES[0][0]))


def larger_body_text(case: Case) -> Content:
    """What it may do, what each size is good for, the request line, the body's beginning and size, every header."""
    (wire,) = OVERSIZED_BODY.plan(case.with_consent(SEND_OVERSIZED))
    body = wire.body.text if wire.body else ""
    rows = [
        visible(f"  {n}  {words:<7} above {limit}")
        for n, ((words, _), limit) in enumerate(zip(SIZES, _LIMITS, strict=True), 1)
    ]
    rows += [visible(""), visible(f"{wire.method} {masked_url(wire.url.href)}", "bold")]
    rows += [visible(f"{body[:_HEAD]}…  {len(body):,} bytes of filling"), visible("")]
    rows += [visible(f"{name}: {masked(name, value)}") for name, value in dressing(case, wire)]
    harm = (
        "The server may keep it, like any other request of this kind. It is sent once, and stopped at the first answer."
    )
    return lines(visible(harm, "$warning"), visible(""), *rows)
