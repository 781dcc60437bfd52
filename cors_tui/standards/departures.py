"""Where engines depart from the Fetch standard, each as a named value with its evidence.

An engine in `cors_tui.browsers.known` states which it has; algorithms ask for a departure by name, never for an engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Departure(Enum):
    """One way an engine differs from the standard. The value is one sentence of what it does."""

    STATUS_BEFORE_CHECK = "looks at a preflight's status before its Access-Control-Allow-Origin"
    WILDCARD_COVERS_AUTHORIZATION = "lets `*` in Access-Control-Allow-Headers cover Authorization"


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a departure was seen: the engine's version and what was measured."""

    engine: str
    seen: str


Departures = frozenset[Departure]

NO_DEPARTURES: Departures = frozenset()
