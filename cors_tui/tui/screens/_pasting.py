"""The guide's screen, the part that takes a paste: whole, off the screen's own thread, whatever has the focus."""

from __future__ import annotations

from dataclasses import replace

from textual import events, on, work

from cors_tui.case import Call, Case
from cors_tui.guide import tree
from cors_tui.session.assumed import assuming
from cors_tui.session.told import step_of
from cors_tui.tui.messages import PasteRead
from cors_tui.tui.pasting import Pasted, brief, keeping, of_call, onto, read_paste, summary
from cors_tui.tui.screens._probing import Probing
from cors_tui.tui.screens.pasted import Decision, PastedScreen


class Pasting(Probing):
    """A paste anywhere changes the case, at once where it is plain, else after a look at what was understood."""

    pasted: Pasted | None = None

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if event.text.strip():
            self.take(event.text)

    def take(self, text: str, *, typed: bool = False) -> None:
        """Read a pasted (or `typed`) text; what it says comes back as `PasteRead`."""
        self.note(f"Reading what was pasted: {len(text):,} characters ...")
        self._read(text, typed)

    @work(thread=True, group="paste", exclusive=True)
    def _read(self, text: str, typed: bool) -> None:
        self.post_message(PasteRead(read_paste(text, typed=typed)))

    @on(PasteRead)
    def paste_read(self, message: PasteRead) -> None:
        """Show what was understood; a plain request goes straight into the guide."""
        message.stop()
        self.set_focus(None)
        pasted = message.pasted
        if pasted.wants_a_look:
            self.change_case(keeping(self.case, pasted), understood=summary(pasted), note="")
            self._look(self._with_page(pasted))
        else:
            self._accept(pasted, says=brief(summary(pasted)))

    def _with_page(self, pasted: Pasted) -> Pasted:
        """The page's origin as the person gave it before, where the text does not tell it."""
        origin = self.case.call.origin
        if not origin or pasted.one.call is None or pasted.one.call.origin:
            return pasted
        return pasted.correcting("origin", origin)

    def action_pasted(self) -> None:
        """Look again at what was pasted; without a paste, at what the request shows by itself."""
        if self.pasted is not None and self.pasted.one.call in (None, self.case.call):
            self._look(self.pasted)
        elif self.case.call != Call():
            self._look(of_call(self.case.call))
        else:
            self.note("Nothing was pasted yet. Paste a URL, a command, code, console lines, a HAR or headers.")

    def _look(self, pasted: Pasted) -> None:
        self.pasted = pasted
        self.app.push_screen(PastedScreen(pasted), self._decided)

    def _decided(self, decision: Decision | None) -> None:
        if decision is None:
            return
        self.pasted = decision.pasted
        if decision.then == "read":
            self.take(decision.text)
        elif decision.then == "keep":
            self.note("The text is kept; nothing was taken over from it. u: look at it again.")
        else:
            self._accept(decision.pasted, then=decision.then)

    def _accept(self, pasted: Pasted, *, says: str = "", then: str = "guide") -> None:
        """Take the request over into the guide: to its first open step, a probe, or the fix."""
        case = onto(self.case, pasted)
        if case.call != self.case.call:
            self.stop()
            self.change(waiting=None, policy=None)
        pointed = pasted.pointed
        case = assuming(case, pointed.cause if then == "fix" and pointed is not None else "")
        self.pasted = pasted if pasted.one.call is None else _as_taken(pasted, case)
        self.change_case(case, understood=summary(pasted), note=says, step=_step(case, pasted, then))
        if then == "probe":
            self.action_probe()


def _step(case: Case, pasted: Pasted, then: str) -> str:
    """Where to go on: the fix where it is wanted, what is missing first, then where the likeliest cause is seen."""
    if then == "fix":
        return "fix"
    first = tree.first_open(case)
    about = step_of(pasted.found)
    return about if about and first == "request-type" and tree.step(about).shown(case) else first


def _as_taken(pasted: Pasted, case: Case) -> Pasted:
    """The paste with the call as it stands in the case now, so that a second look shows the same."""
    now = replace(pasted.one, call=case.call)
    return replace(pasted, cases=(*pasted.cases[: pasted.which], now, *pasted.cases[pasted.which + 1 :]))
