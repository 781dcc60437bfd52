"""Copying: by the system where there is one, by the terminal over SSH, and honest in every case."""

from __future__ import annotations

import base64
import stat
import threading

import pytest

from cors_tui.tui import clipboard
from cors_tui.tui.clipboard import How, copy, is_remote, osc52, save, size

HERE = {"DISPLAY": ":0"}
SSH = {"SSH_TTY": "/dev/pts/1"}


def works(_text: str) -> None:
    """A clipboard that takes everything."""


def fails(_text: str) -> None:
    raise OSError("no clipboard")


COPIES = [
    ("a desktop", HERE, works, "x", How.NATIVE),
    ("no helper: the terminal", HERE, fails, "x", How.TERMINAL),
    ("over SSH the system's clipboard is the wrong one", SSH, works, "x", How.TERMINAL),
    ("too long for a terminal", SSH, works, "x" * (clipboard.LONGEST_OSC52 + 1), How.FAILED),
    ("the longest that a terminal takes", SSH, works, "x" * clipboard.LONGEST_OSC52, How.TERMINAL),
    ("a long text is no trouble for the system", HERE, works, "x" * 1_000_000, How.NATIVE),
]


@pytest.mark.parametrize(("what", "environ", "native", "text", "how"), COPIES, ids=[row[0] for row in COPIES])
def test_copy(what: str, environ: dict[str, str], native: clipboard.Native, text: str, how: How) -> None:
    """Which way was taken, and a sentence that does not claim more."""
    done = copy("the fix", text, environ, native)
    assert done.how is how
    assert bool(done.sequence) == (how is How.TERMINAL)
    assert done.says.startswith({How.NATIVE: "Copied", How.TERMINAL: "Sent", How.FAILED: "Not copied"}[how])


def test_a_helper_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen waits for nobody."""
    monkeypatch.setattr(clipboard, "TIMEOUT", 0.01)
    never = threading.Event()
    try:
        done = copy("the fix", "x", HERE, lambda _text: void(never.wait()))
        assert done.how is How.TERMINAL
    finally:
        never.set()


def void(_value: object) -> None:
    """A call whose value does not matter."""


WRAPPED = [
    ("a plain terminal", {}, "\x1b]52;c;aGk=\x07"),
    ("tmux hands it on when asked so", {"TMUX": "/tmp/t"}, "\x1bPtmux;\x1b\x1b]52;c;aGk=\x07\x1b\\"),
    ("screen", {"TERM": "screen-256color"}, "\x1bP\x1b]52;c;aGk=\x07\x1b\\"),
]


@pytest.mark.parametrize(("what", "environ", "sequence"), WRAPPED, ids=[row[0] for row in WRAPPED])
def test_osc52(what: str, environ: dict[str, str], sequence: str) -> None:
    """Wrapped so that it reaches the terminal outside."""
    assert osc52("hi", environ) == sequence


def test_osc52_carries_any_text() -> None:
    """A server's bytes inside are base64, so they can end no sequence."""
    evil = "\x07\x1b\\ü"
    inner = osc52(evil, {}).removeprefix("\x1b]52;c;").removesuffix("\x07")
    assert base64.b64decode(inner).decode() == evil


@pytest.mark.parametrize(("environ", "remote"), [({}, False), ({"SSH_TTY": ""}, False), (SSH, True)])
def test_is_remote(environ: dict[str, str], remote: bool) -> None:
    """An empty variable is none."""
    assert is_remote(environ) is remote


@pytest.mark.parametrize(("text", "says"), [("a", "1 line"), ("a\n", "1 line"), ("a\nb", "2 lines")])
def test_size(text: str, says: str) -> None:
    """A newline at the end begins no line."""
    assert size(text) == says


def test_a_saved_text_is_its_owners_alone() -> None:
    """It may hold a secret."""
    path = save("secret")
    try:
        assert path.read_text(encoding="utf-8") == "secret"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        path.unlink()
