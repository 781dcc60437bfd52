"""The guide's screen, the part that takes a paste: whole, off the screen's own thread, whatever has the focus."""

from __future__ import annotations

from textual import events, on, work

from cors_tui.case import Case
from cors_tui.guide import tree
from cors_tui.tui.messages import PasteRead
from cors_tui.tui.pasting import with_paste
from cors_tui.tui.screens._probing import Probing


class Pasting(Probing):
    """A paste anywhere changes the case."""

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if event.text.strip():
            self.take(event.text)

    def take(self, text: str) -> None:
        """Read a pasted text; what it says comes back as `PasteRead`."""
        self.note(f"Reading what was pasted: {len(text):,} characters ...")
        self._read(self.case, text)

    @work(thread=True, group="paste", exclusive=True)
    def _read(self, case: Case, text: str) -> None:
        self.post_message(PasteRead(*with_paste(case, text)))

    @on(PasteRead)
    def paste_read(self, message: PasteRead) -> None:
        """Show what was understood, at the first step that is still open."""
        message.stop()
        self.set_focus(None)
        if message.case.call != self.case.call:
            self.stop()
            self.change(waiting=None, policy=None)
        step = tree.first_open(message.case) if message.case.call != self.case.call else "called"
        self.change_case(message.case, understood=message.says, note=message.says, step=step)
