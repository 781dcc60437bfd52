"""Exit codes, the same for every command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the program ends with."""

    ALLOWED = 0
    BLOCKED = 1
    USAGE = 2
    UNREACHABLE = 3
    UNDECIDED = 4
    INTERNAL = 70
    INTERRUPTED = 130
