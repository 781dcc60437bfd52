"""The guide's screen, the part that copies and shows things whole."""

from __future__ import annotations

import os
import sys

from textual import on, work
from textual.content import Content

from cors_tui.session.curls import curl_lines
from cors_tui.tui.clipboard import Copied, copy
from cors_tui.tui.fixing import offer
from cors_tui.tui.messages import CopyDone, RealAsked, WholeWanted
from cors_tui.tui.real import ask_real_browsers
from cors_tui.tui.screens._probing import Probing
from cors_tui.tui.screens.copy_as import Copy, CopyScreen, copies
from cors_tui.tui.screens.whole_value import WholeScreen
from cors_tui.tui.view import View
from cors_tui.tui.visible import lines, visible, visible_lines
from cors_tui.tui.whole import whole_text
from cors_tui.tui.widgets.console_line import console_text


class Copying(Probing):
    """`y` and `v`."""

    def action_copy(self) -> None:
        """The fix at once where there is one; elsewhere ask what, and in which form."""
        what, text = copied_text(self.view)
        if self.view.step == "fix" and text:
            self.change_case(self.case.with_answer("fix", "copied"))
            self._copy(what, text)
        else:
            self.action_copy_as()

    def action_copy_as(self) -> None:
        """Ask what to copy in every step, the fix among it."""
        offered = _offered(self.view)
        if offered:
            self.app.push_screen(CopyScreen(offered), self._chosen)
        else:
            self.note("There is nothing to copy here yet.")

    def _chosen(self, chosen: Copy | None) -> None:
        if chosen is not None:
            self._copy(chosen.what, chosen.text)

    @work(thread=True, group="copy")
    def _copy(self, what: str, text: str) -> None:
        self.post_message(CopyDone(copy(what, text, os.environ)))

    @on(CopyDone)
    def copied(self, message: CopyDone) -> None:
        message.stop()
        self._to_terminal(message.copied)
        self.note(message.copied.says)

    def _to_terminal(self, copied: Copied) -> None:
        """Hand the OSC 52 sequence to the terminal the way the screen itself is written."""
        driver = self.app._driver
        if copied.sequence and driver is not None and sys.__stderr__ is not None:
            driver.write(copied.sequence)

    @on(WholeWanted)
    def action_whole(self) -> None:
        """Everything of this step and the console, uncut."""
        text = whole_text(self.view)
        self.app.push_screen(WholeScreen("Everything, uncut", _content(text), text))

    def action_real_browser(self) -> None:
        """Ask the browsers that are installed here; the answer comes back as a pop-up."""
        self.note("Asking the browsers that are installed here; they are started without a window ...")
        self.run_worker(
            ask_real_browsers(self.case, self.view.judgement, self.post_message), group="real", exclusive=True
        )

    @on(RealAsked)
    def real_asked(self, message: RealAsked) -> None:
        message.stop()
        self.note("")
        self.app.push_screen(WholeScreen("What real browsers did", _content(message.says), message.says))


def _content(text: str) -> Content:
    return lines(visible_lines(text)) if text else visible("Nothing was seen yet.")


def copied_text(view: View) -> tuple[str, str]:
    """What `y` copies in this step, and its text."""
    if view.step == "fix":
        proposal = offer(view).proposal
        return ("the fix", proposal.fix.snippet) if proposal else ("", "")
    if view.step == "verify":
        commands = "\n\n".join(f"# {line.title}\n{line.command}" for line in curl_lines(view.case))
        return ("the curl commands", f"{commands}\n") if commands else ("", "")
    if console_text(view):
        return "the console lines", console_text(view)
    return preflight_text(view)


def preflight_text(view: View) -> tuple[str, str]:
    """The preflight as a browser sends it, as curl; empty where there is none."""
    if not (view.case.call.url and view.case.call.origin):
        return "", ""
    preflight = next((line for line in curl_lines(view.case) if line.title == "the preflight"), None)
    return (f"{preflight.title} as curl", preflight.command) if preflight else ("", "")


def _offered(view: View) -> tuple[Copy, ...]:
    return copies(view.case, tuple(dict.fromkeys((copied_text(view), preflight_text(view)))))
