"""The guide's screen, the part that probes: runs are numbered, and only the latest one may change what is shown."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from textual import on

from cors_tui.case import AS_ASKED, Case
from cors_tui.experiments import OVERSIZED_BODY
from cors_tui.experiments.body import BODY_SIZE, SEND_OVERSIZED
from cors_tui.experiments.making import OWN_URL
from cors_tui.guide import tree
from cors_tui.guide.sentences import what_hinders, what_was_mended
from cors_tui.session.asking import SEND, ends_unasked
from cors_tui.session.experimenting import held_back, planned
from cors_tui.session.labs import RunningLab
from cors_tui.session.unasked import held_back_sentence, not_asked_sentence
from cors_tui.tui import work
from cors_tui.tui.fixing import shown_policy
from cors_tui.tui.messages import Finished, Progressed, Watching
from cors_tui.tui.recent import remember_origin
from cors_tui.tui.screens._base import GuideBase
from cors_tui.tui.screens.consent import ask_for_own_url, ask_to_send
from cors_tui.tui.screens.larger_body import LargerBodyScreen
from cors_tui.tui.work import Post

Work = Callable[[Case, int, Post], Coroutine[Any, Any, None]]


class Probing(GuideBase):
    """Starts and stops the work, and takes in what it posts."""

    def __init__(self, case: Case, lab: RunningLab | None = None, **first: Any) -> None:
        super().__init__(case, lab=lab.scenario.name if lab else "", **first)
        self.running_lab = lab
        self.run = 0
        self.pause = work.FIRST_PAUSE

    def start(self, work_of: Work, asking: str) -> None:
        """Begin a run; the one before it is stopped."""
        missing = self._missing()
        if missing:
            self.note(missing)
            return
        self.run += 1
        if self.running_lab is None:
            remember_origin(self.case.call.origin)
        hinders = what_hinders(self.case.call, self.case.connection)
        self.change(asking=asking, done=0, total=0, watching="", note=hinders)
        self.run_worker(work_of(self.case, self.run, self.post_message), group="probe", exclusive=True)

    def stop(self, says: str = "") -> None:
        """End the run, if there is one."""
        self.run += 1
        self.workers.cancel_group(self, "probe")
        self.change(asking="", watching="", note=says)

    def _missing(self) -> str:
        """What a probe lacks, in one sentence."""
        if not self.case.call.url:
            return "The URL is missing: paste it, or go to step 1 (key 1) and press tab."
        if not self.case.call.origin:
            return "The page's origin is missing: go to step 1 (key 1), press tab and choose or type it."
        return "" if ends_unasked(self.case) else what_hinders(self.case.call, self.case.connection)

    def action_probe(self) -> None:
        """Probe; where only the unsafe request is left, show it and ask."""
        if self.view.waiting is not None and self._nothing_new_to_ask():
            self._ask_consent()
            return
        sends = tree.step(self.view.step).sends(self.case) or (AS_ASKED,)
        if self.case.seen:
            self.change_case(self.case.asking_again())
        self.start(lambda case, run, post: work.probe(case, sends, run, post), "the first request")

    def action_everything(self) -> None:
        """Everything; where questions were held back, show them and ask."""
        if held_back(self.case) and not self.view.asking:
            self.app.push_screen(ask_for_own_url(self.case), self._own_url_agreed)
            return
        if self.case.seen:
            self.change_case(self.case.asking_again())
        self.start(work.probe_everything, "the first request")

    def action_larger_body(self) -> None:
        """Show the larger body, and ask."""
        if planned(self.case.with_consent(SEND_OVERSIZED), (OVERSIZED_BODY,)):
            self.app.push_screen(LargerBodyScreen(self.case), self._larger_body_agreed)
        else:
            self.note("A larger body needs a method that carries one, and is sent once for each probe (r).")

    def action_watch(self) -> None:
        """Watch, or stop watching."""
        if self.view.watching:
            self.stop("Stopped watching.")
            return
        self.start(lambda case, run, post: work.watch(case, run, post, self.pause), "watching")
        if self.view.asking:
            self.change(step="verify")

    def action_stop(self) -> None:
        self.stop("Stopped; what was seen so far stays.")

    async def action_apply(self) -> None:
        """The lab: serve the repaired side with the policy of the fix, or the broken one again; then probe.

        Where the page is to be mended, its call changes, too.
        """
        lab = self.running_lab
        if lab is None:
            self.note("This applies the fix to the practice lab's server; yours is repaired by the code in step 6.")
            return
        before = self.case.call
        if lab.is_repaired:
            await lab.break_again()
            case = self.case.with_call(lab.case.call)
        else:
            case = self.case.with_call(lab.repaired_call).with_answer("fix", "applied")
            await lab.apply(shown_policy(replace(self.view, case=case)))
        self.change_case(case, repaired=lab.is_repaired, step="verify", waiting=None)
        self.action_probe()
        if lab.is_repaired and (says := what_was_mended(before, case.call)):
            self.note(says)

    def _nothing_new_to_ask(self) -> bool:
        return self.view.step in ("request-type", "verdict", "verify") and not self.view.asking

    def _ask_consent(self) -> None:
        if self.view.waiting is not None:
            self.app.push_screen(ask_to_send(self.case, self.view.waiting), self._consented)

    def _consented(self, yes: bool | None) -> None:
        if not yes:
            self.note("Nothing was sent. The verdict stays open behind the preflight.")
            return
        self.change_case(self.case.with_consent(SEND), waiting=None)
        self.start(lambda case, run, post: work.probe(case, (), run, post), "the request itself, once")

    def _own_url_agreed(self, yes: bool | None) -> None:
        if not yes:
            self.note("Nothing was asked under the real URL.")
            return
        self.change_case(self.case.with_consent(OWN_URL))
        self.start(work.probe_everything, "what was held back")

    def _larger_body_agreed(self, size: str | None) -> None:
        if not size:
            self.note("Nothing was sent.")
            return
        self.change_case(self.case.with_answer(BODY_SIZE, size).with_consent(SEND_OVERSIZED))
        sends = (OVERSIZED_BODY.name,)
        self.start(lambda case, run, post: work.probe(case, sends, run, post), f"a body of {size}, once")

    @on(Progressed)
    def progressed(self, message: Progressed) -> None:
        """Take in what was seen, if it still belongs to what is asked."""
        message.stop()
        progress = message.progress
        if message.run != self.run or progress.case.call != self.case.call:
            return
        seen = progress.case
        case = replace(self.case, seen=seen.seen, before=seen.before, lookups=seen.lookups)
        waiting = progress.waiting_for_consent
        self.change_case(case, asking=progress.asking, done=progress.done, total=progress.total, waiting=waiting)

    @on(Watching)
    def watched(self, message: Watching) -> None:
        message.stop()
        if message.run == self.run:
            self.change(watching=message.says, asking="")

    @on(Finished)
    def finished(self, message: Finished) -> None:
        """The run is over. A yes counts once; what was not asked is said."""
        message.stop()
        if message.run == self.run:
            case = replace(self.case, consents=frozenset())
            note = self.view.note
            if held_back(case):
                note = f"a: look at what was held back. {held_back_sentence(case)}"
            self.change(case=case, asking="", watching="", note=not_asked_sentence(case) or note)
