"""y and v: what each step copies, and everything uncut."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.tui import clipboard
from cors_tui.tui.screens._copying import copied_text
from cors_tui.tui.screens.copy_as import CopyScreen
from cors_tui.tui.screens.whole_value import WholeScreen
from tests.tui.driving import SMALL, lab
from tests.tui.judged_cases import CALL, PUT, blocked, preflight_405, viewed

COPIES = [
    ("the fix step: the snippet", viewed(preflight_405(), "fix"), "the fix", "PUT"),
    ("the last step: every curl command", viewed(preflight_405(), "verify"), "the curl commands", "# the preflight"),
    (
        "a verdict: the console lines",
        viewed(blocked(), "verdict"),
        "the console lines",
        "has been blocked by CORS policy",
    ),
    ("before a probe that is not preflighted: nothing of its own", viewed(Case(CALL), "request-type"), "", ""),
    ("before a probe that is preflighted", viewed(Case(PUT), "request-type"), "the preflight as curl", "OPTIONS"),
    ("nothing known: nothing", viewed(Case(), "called"), "", ""),
]


@pytest.mark.parametrize(("what", "view", "name", "word"), COPIES, ids=[row[0] for row in COPIES])
def test_what_is_copied(what: str, view: object, name: str, word: str) -> None:
    """What the step is about, whole."""
    called, text = copied_text(view)  # type: ignore[arg-type] # the rows hold views
    assert called == name
    assert word in text
    assert "abc123" not in text


async def test_y_copies_and_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    """Off the screen's thread; the fix counts as taken."""
    taken: list[str] = []
    monkeypatch.setattr(clipboard, "_pyperclip", taken.append)
    for name in ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"):
        monkeypatch.delenv(name, raising=False)
    async with lab("options-405", SMALL) as run:
        await run.keys("r", "6")
        text = await run.press("y")
        assert "Copied the fix" in text
        assert taken == [copied_text(run.guide.view)[1]]
        assert run.guide.case.answers["fix"] == "copied"


async def test_y_asks_what_and_in_which_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each form is seen before it is copied; a second y takes it."""
    taken: list[str] = []
    monkeypatch.setattr(clipboard, "_pyperclip", taken.append)
    for name in ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"):
        monkeypatch.delenv(name, raising=False)
    async with lab("options-405", SMALL) as run:
        assert "the preflight as curl" in await run.press("2", "y")
        assert isinstance(run.app.screen, CopyScreen)
        assert "await fetch(" in await run.press("down", "down", "down", "down")
        assert "Copied the request: JavaScript" in await run.press("y")
        assert "await fetch(" in taken[0]


async def test_over_ssh_it_says_that_it_cannot_know(monkeypatch: pytest.MonkeyPatch) -> None:
    """And how to see the text."""
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    async with lab("options-405", SMALL) as run:
        text = await run.press("r", "6", "y")
        assert "not every terminal takes it" in " ".join(text.split())
        await run.keys("v")
        assert isinstance(run.app.screen, WholeScreen)


async def test_nothing_to_copy_is_said() -> None:
    """Before anything is known."""
    async with lab("options-405", SMALL) as run:
        run.guide.change_case(Case())
        assert "nothing to copy" in await run.press("1", "y")
