"""Asking from the command line: the line of progress, the consents, and ctrl+c."""

from __future__ import annotations

import io
import os
import signal

import pytest

from cors_tui.case import AS_ASKED, Call, Case
from cors_tui.cli._asking import Asking, ProgressLine, agreed, learn
from cors_tui.experiments.body import BODY_SIZE, SEND_OVERSIZED
from cors_tui.experiments.making import OWN_URL
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.session.asking import SEND, Progress
from tests.serving import serving

APP = "http://localhost:3000"
CASE = Case(Call(url="https://api.example.com/", origin=APP))


class Terminal(io.StringIO):
    """A stream that is one."""

    def isatty(self) -> bool:
        return True


def bare(_asked: Asked) -> Reply:
    return Reply(200, body="x")


CONSENTS = [
    (Asking(), set()),
    (Asking(send=True), {SEND}),
    (Asking(own_url=True), {OWN_URL}),
    (Asking(oversized="2MB"), {SEND_OVERSIZED}),
    (Asking(send=True, own_url=True, oversized="2MB"), {SEND, OWN_URL, SEND_OVERSIZED}),
]


@pytest.mark.parametrize(("asking", "consents"), CONSENTS)
def test_each_option_is_one_yes(asking: Asking, consents: set[str]) -> None:
    case = agreed(CASE, asking)
    assert case.consents == consents
    assert case.answers.get(BODY_SIZE, "") == asking.oversized


def test_a_line_of_progress_is_written_over_and_cut_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    shown = Terminal()
    line = ProgressLine(shown, CASE)
    line.show(Progress(CASE, "asking something rather long, to see whether it is cut", 0, 3))
    line.show(Progress(CASE, "asking this", 1, 3))
    line.show(Progress(CASE, "", 3, 3))
    line.clear()
    first, second, *_, last = shown.getvalue().split("\r")[1:]
    assert first == "1 of 3: asking something rather long, …"
    assert second == "2 of 3: asking this".ljust(39)
    assert last == ""
    assert line.last == "2 of 3: asking this"


def test_no_terminal_gets_nothing() -> None:
    shown = io.StringIO()
    line = ProgressLine(shown, CASE)
    line.show(Progress(CASE, "asking this", 1, 3))
    line.clear()
    assert shown.getvalue() == ""


def test_what_is_asked_and_why_is_shown_with_its_total() -> None:
    shown = Terminal()
    with serving({"api": bare}) as served:
        learned = learn(Case(Call(url=served.url("/users"), origin=APP)), Asking(), shown)
    assert not learned.stopped
    total = sum(len(sighting.exchanges) for sighting in learned.case.seen.values()) - 1
    assert f"1 of {total}: asking " in shown.getvalue()
    assert " — does that change it?" in shown.getvalue()


@pytest.mark.parametrize("options", [Asking(quick=True)])
def test_quick_asks_only_what_browsers_ask(options: Asking) -> None:
    with serving({"api": bare}) as served:
        learned = learn(Case(Call(url=served.url(), origin=APP)), options, io.StringIO())
        assert len(served.asked()) == 1
    assert set(learned.case.seen) == {AS_ASKED}


def test_ctrl_c_keeps_what_was_learned(capsys: pytest.CaptureFixture[str]) -> None:
    """The signal comes while the fifth request is under way."""

    def interrupting(asked: Asked) -> Reply:
        if len(served.asked()) == 5:
            os.kill(os.getpid(), signal.SIGINT)
            return Reply(200, delay=5)
        return Reply(200, body="x")

    with serving({"api": interrupting}) as served:
        learned = learn(Case(Call(url=served.url(), origin=APP)), Asking(), Terminal())
    assert learned.stopped
    assert len(learned.case.exchanges(AS_ASKED)) == 1
    assert 2 <= sum(len(sighting.exchanges) for sighting in learned.case.seen.values()) <= 4
    assert "Stopped at " in capsys.readouterr().err
