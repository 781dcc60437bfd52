"""What is known to differ from ours, each with the reason: counted and printed at every run, never passed over.

An entry excuses its own fields in its own cases; verdict, type and headers are excused in none. One whose count stays 0
can go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Case = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """What differs, in which engine, in which cases, and in which fields."""

    reason: str
    engine: str
    applies: Callable[[Case], bool]
    fields: frozenset[str]


def known_reason(case: Case, engine: str, fields: Iterable[str]) -> str | None:
    """Why this case is known to differ from `engine` in these `fields`; None when it is not."""
    wanted = set(fields)
    for known in KNOWN:
        if engine == known.engine and wanted <= known.fields and known.applies(case):
            return known.reason
    return None


KNOWN = (
    Known(
        "how often a repeated request is preflighted: a Firefox just started drops its preflight cache now and then, "
        "and one PUT in some hundred, asked twice, is preflighted twice in one run and once in the next",
        "firefox",
        lambda case: case["request"].get("repeat", 1) > 1,
        frozenset({"console", "requests"}),
    ),
)
