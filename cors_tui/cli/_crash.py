"""The report of a crash: where it happened, without the values that were being worked on."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path

from cors_tui import __version__


def write_report(error: BaseException) -> Path:
    """Write where `error` happened to a new file and return its path. No local variable and no message is written:
    both may hold secrets."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    lines = [f"cors-tui {__version__}, Python {sys.version.split()[0]}, {sys.platform}", type(error).__name__, *places]
    with tempfile.NamedTemporaryFile("w", prefix="cors-tui-", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return Path(file.name)
