"""Copying where people are: the system's clipboard, or the terminal's by OSC 52; honest about which, and whether.

Neither way can be trusted to answer at once, so nothing here runs on the screen's own thread.
"""

from __future__ import annotations

import base64
import os
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

LONGEST_OSC52 = 74_000
"""Bytes of text that every common terminal takes in one OSC 52 sequence (some stop at 100,000 of base64)."""

TIMEOUT = 2.0
"""Seconds after which a clipboard helper counts as stuck."""

Native = Callable[[str], None]
"""Hands a text to the system's clipboard; raises whatever it likes when it cannot."""


class How(Enum):
    """What became of a copy."""

    NATIVE = "native"
    TERMINAL = "terminal"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Copied:
    """What was done. `says` is the sentence for the person; `sequence` the bytes for the terminal, "" when none."""

    how: How
    says: str
    sequence: str = ""


def copy(what: str, text: str, environ: Mapping[str, str], native: Native | None = None) -> Copied:
    """Copy `text` (called `what` in the sentence). Blocks for at most `TIMEOUT` seconds: call it off the UI thread.

    Over SSH the terminal's own clipboard is used, since the system's is on the other machine.
    """
    if not is_remote(environ):
        trouble = _natively(text, native or _pyperclip)
        if not trouble:
            return Copied(How.NATIVE, f"Copied {what}: {size(text)}.")
    else:
        trouble = "over SSH the clipboard is the terminal's"
    if len(text.encode()) > LONGEST_OSC52:
        return Copied(How.FAILED, f"Not copied ({trouble}; too long for the terminal). Press v for the text.")
    sequence = osc52(text, environ)
    return Copied(
        How.TERMINAL,
        f"Sent {what} to the terminal's clipboard ({size(text)}); not every terminal takes it. If not: v shows it.",
        sequence,
    )


def is_remote(environ: Mapping[str, str]) -> bool:
    """Whether this is an SSH session."""
    return any(environ.get(name) for name in ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"))


def osc52(text: str, environ: Mapping[str, str]) -> str:
    """The sequence that asks a terminal to take `text`, wrapped so that tmux or screen hand it on."""
    encoded = base64.b64encode(text.encode()).decode()
    plain = f"\x1b]52;c;{encoded}\x07"
    if environ.get("TMUX"):
        inner = plain.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{inner}\x1b\\"
    if environ.get("TERM", "").startswith("screen"):
        return f"\x1bP{plain}\x1b\\"
    return plain


def size(text: str) -> str:
    """``1 line``, ``12 lines``."""
    count = text.rstrip("\n").count("\n") + 1
    return "1 line" if count == 1 else f"{count} lines"


def save(text: str, suffix: str = ".txt") -> Path:
    """Write `text` to a new file that only its owner can read, whose name ends with `suffix`."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="cors-tui-copy-", suffix=suffix, delete=False, encoding="utf-8"
    ) as file:
        file.write(text)
    return Path(file.name)


def _natively(text: str, native: Native) -> str:
    """Try the system's clipboard in a thread of its own; say what went wrong, "" when nothing did."""
    trouble: list[str] = ["the clipboard did not answer in time"]

    def attempt() -> None:
        try:
            native(text)
        except Exception as error:  # a helper may fail in any way; each one means "not copied"
            trouble[0] = f"no clipboard here ({type(error).__name__})"
        else:
            trouble[0] = ""

    helper = threading.Thread(target=attempt, daemon=True)
    helper.start()
    helper.join(TIMEOUT)
    return trouble[0]


def _pyperclip(text: str) -> None:
    if (
        os.name == "posix"
        and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
        and not _is_mac()
    ):
        raise OSError("no display")
    import pyperclip

    pyperclip.copy(text)


def _is_mac() -> bool:
    return os.uname().sysname == "Darwin"
