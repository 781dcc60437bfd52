"""A pasted HAR. A file is better read by its name: it may be larger than what a paste holds."""

from __future__ import annotations

from io import BytesIO

from cors_tui.inputs.har import is_har
from cors_tui.inputs.reader import Reader, Understood

_START = 4096


def claim(text: str) -> float:
    """Text that begins as a HAR does."""
    return 0.97 if is_har(text[:_START].encode("utf-8", "replace")) else 0.0


def read(text: str) -> Understood:
    """The failed requests, worst first."""
    from cors_tui.inputs.har_failures import read_har

    return read_har(b"", BytesIO(text.encode("utf-8", "replace")))


READER = Reader("har", claim, read)
