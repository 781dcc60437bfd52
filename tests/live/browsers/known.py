"""What is known to differ from ours, each with the reason: counted and printed at every run, never passed over.

Each entry but one excuses the console alone: verdict, type, headers and requests count in their cases as in all
others. An entry whose count stays 0 can go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Case = dict[str, Any]

BOTH = frozenset({"chromium", "firefox"})
CONSOLE = frozenset({"console"})
FIREFOX = frozenset({"firefox"})


@dataclass(frozen=True)
class Known:
    """What differs, in which engines, in which cases, and in which fields."""

    reason: str
    engines: frozenset[str]
    applies: Callable[[Case], bool]
    fields: frozenset[str] = CONSOLE


def known_reason(case: Case, engine: str, fields: Iterable[str]) -> str | None:
    """Why this case is known to differ from `engine` in these `fields`; None when it is not."""
    wanted = set(fields)
    for known in KNOWN:
        if engine in known.engines and wanted <= known.fields and known.applies(case):
            return known.reason
    return None


def _several_reasons_before_sending(case: Case) -> bool:
    asked = case["request"]
    unsendable = asked["mode"] == "same-origin" or (asked["mode"] == "no-cors" and asked["redirect"] != "follow")
    return unsendable and (asked["url"].startswith("http:") or "connect-src" in case["tags"])


KNOWN = (
    Known("which of several reasons not to send is looked at first", BOTH, _several_reasons_before_sending),
    Known(
        "what a redirect with an odd Location prints",
        BOTH,
        lambda case: bool({"two-locations", "bad-location", "other-scheme"} & set(case["tags"])),
    ),
    Known("the same request twice prints what it got twice", BOTH, lambda case: case["request"].get("repeat", 1) > 1),
    Known(
        "how often a repeated request is preflighted: a Firefox just started drops its preflight cache",
        FIREFOX,
        lambda case: case["request"].get("repeat", 1) > 1,
        frozenset({"console", "requests"}),
    ),
    Known("keepalive and mixed content, or a redirect elsewhere", FIREFOX, lambda case: "keepalive" in case["tags"]),
)
