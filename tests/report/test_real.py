"""A real browser's answer beside ours, in both forms."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.probe.real_browser.answer import (
    Ending,
    NotAvailable,
    Obstacle,
    PrintedLine,
    RealAnswer,
    SentRequest,
)
from cors_tui.report.real import real_document, real_text
from cors_tui.session.judging import BrowserVerdict, judge
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role
from tests.session.cases import ALLOW_ORIGIN, API, APP, GET, answered, response

ANSWER = RealAnswer(
    browser="chromium",
    version="Chromium 156",
    page=APP,
    ending=Ending.RESOLVED,
    type="cors",
    status=200,
    requests=(SentRequest(Role.ACTUAL, "GET", API, HeaderList.of([("Authorization", "Bearer t0ken")]), 200),),
    notes=("It ran headless.",),
)


def verdict(*headers: tuple[str, str]) -> BrowserVerdict:
    return judge(answered(GET, response(200, *headers))).verdicts["chromium"]


def test_agreement_is_said() -> None:
    """No difference, and what was special about the question."""
    shown = real_text(ANSWER, verdict(ALLOW_ORIGIN))
    assert "ALLOWED, status 200" in shown
    assert "as we say of Chromium" in shown
    assert "note: It ran headless." in shown
    assert real_document(ANSWER, verdict(ALLOW_ORIGIN))["differences"] == []


def test_a_difference_is_never_hidden() -> None:
    """What the real browser did otherwise stands in both forms."""
    blocked = verdict()
    assert "differs:" in real_text(ANSWER, blocked)
    assert real_document(ANSWER, blocked)["differences"]


def test_why_no_browser_was_asked_is_said() -> None:
    """With what to do about it."""
    none = NotAvailable(Obstacle.NOT_INSTALLED, "firefox was not found on this machine.")
    assert "firefox was not found" in real_text(none, verdict())
    assert real_document(none, verdict()) == {"asked": False, "why": "firefox was not found on this machine."}


def test_secrets_are_masked_and_nothing_is_interpreted() -> None:
    """A console line and a header of a real browser hold what servers sent."""
    hostile = replace(ANSWER, console=(PrintedLine("\x1b[2Jboo", "network", "error"),))
    shown = real_text(hostile, verdict(ALLOW_ORIGIN))
    assert "\x1b" not in shown
    assert "t0ken" not in str(real_document(ANSWER, verdict(ALLOW_ORIGIN)))
    assert "t0ken" in str(real_document(ANSWER, verdict(ALLOW_ORIGIN), show_secrets=True))
