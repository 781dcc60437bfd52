"""How Chromium says a refusal."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.browsers.messages import chromium_old as old
from cors_tui.browsers.messages import chromium_shapes as shapes
from cors_tui.browsers.messages.assembling import readings
from cors_tui.browsers.messages.network_errors import find_answered, find_named
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.standards.request import Request
from cors_tui.standards.verdict import Outcome

_SHAPES = (
    shapes.BLOCKED,
    shapes.PREFLIGHT,
    *shapes.REASONS.values(),
    *shapes.WHOLE_LINES,
    shapes.FAILED_WITH_STATUS,
    *old.SHAPES,
)
_FINDERS = (*(shape.find for shape in _SHAPES), find_named, find_answered)


def write(outcome: Outcome, request: Request) -> tuple[ConsoleLine, ...]:
    """The lines of the console for `outcome`."""
    raise NotImplementedError


def read(text: str) -> tuple[Reading, ...]:
    """The failures that `text` reports in Chromium's words."""
    return readings(Pasted.of(text), "chromium", _FINDERS)
