"""How Firefox says a refusal."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.browsers.messages import firefox_shapes as shapes
from cors_tui.browsers.messages.assembling import readings
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.standards.request import Request
from cors_tui.standards.verdict import Outcome, Refusal

_SHAPES = (
    shapes.BLOCKED,
    *shapes.REASONS.values(),
    shapes.STATUS,
    *shapes.WHOLE_LINES,
    *shapes.OLD,
    *shapes.PANEL,
)
_FINDERS = tuple(shape.find for shape in _SHAPES)


def write(outcome: Outcome, request: Request) -> tuple[ConsoleLine, ...]:
    """The lines of the console for `outcome`."""
    raise NotImplementedError


def read(text: str) -> tuple[Reading, ...]:
    """The failures that `text` reports in Firefox's words.

    After most failures Firefox prints a second line, *did not succeed*, for the same URL: it says nothing more.
    """
    found = readings(Pasted.of(text), "firefox", _FINDERS)
    telling = {reading.url for reading in found if reading.refusal not in (None, Refusal.NETWORK)}
    return tuple(reading for reading in found if reading.refusal is not Refusal.NETWORK or reading.url not in telling)
