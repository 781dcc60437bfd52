"""The name of a file in the place of its text: typed, or dropped onto the terminal. Opened on a person's word only."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import unquote

from cors_tui.inputs.opening import read_opened
from cors_tui.inputs.reader import UNKNOWN, Understood

_LONGEST_PATH = 4096
_LOOKS_LIKE_ONE = re.compile(
    r"(?:~|\.{1,2})?/\S.*|file://.*|[A-Za-z]:[\\/].*|.*\.(?:har|http|rest|txt|log|json|js|mjs|ts|tsx|jsx|sh|ps1)(?:\.gz)?\Z",
    re.DOTALL,
)


def path_in(text: str) -> Path | None:
    """The path that `text` is, if it looks like one; the disk is not looked at.

    A terminal quotes what is dropped onto it as a shell would: quotes and backslashes are taken away.
    """
    line = text.strip()
    if not line or "\n" in line or "\0" in line or len(line) > _LONGEST_PATH:
        return None
    if line[0] in "'\"" or "\\ " in line:
        line = _unquoted(line)
    if "://" in line and not line.startswith("file://"):
        return None
    if not _LOOKS_LIKE_ONE.fullmatch(line):
        return None
    if line.startswith("file://"):
        line = unquote(line.removeprefix("file://").removeprefix("localhost"))
    return Path(line)


def file_in(text: str) -> Path | None:
    """The file that `text` names, if there is one on this machine and it may be read; ``~`` is the home folder."""
    path = path_in(text)
    try:
        found = path.expanduser() if path else None
        return found if found is not None and found.is_file() else None
    except (OSError, RuntimeError):
        return None


def read_file(path: Path) -> tuple[str, Understood]:
    """The text of a file and what it is understood as; a HAR of any size is streamed, and its text not kept.

    A file that cannot be read is not understood, and why is said. Never raises.
    """
    try:
        with path.open("rb") as file:
            return read_opened(file)
    except OSError as error:
        return "", Understood(UNKNOWN, missed=(f"The file cannot be read: {error.strerror or error}.",))


def _unquoted(line: str) -> str:
    """The one word that a shell would read; "" where it would read none or several."""
    try:
        words = shlex.split(line)
    except ValueError:
        return ""
    return words[0] if len(words) == 1 else ""
