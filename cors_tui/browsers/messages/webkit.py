"""How Safari says a refusal."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.browsers.messages import webkit_shapes as shapes
from cors_tui.browsers.messages.assembling import readings
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.standards.request import Request
from cors_tui.standards.verdict import Outcome

_CAUSES = [shape for refusal, shape in shapes.REASONS.items() if shape.refusal is refusal]
_SHAPES = (shapes.REDIRECTION, *_CAUSES, *shapes.LINES, *shapes.OLD)
_FINDERS = tuple(shape.find for shape in _SHAPES)


def write(outcome: Outcome, request: Request) -> tuple[ConsoleLine, ...]:
    """The lines of the console for `outcome`."""
    raise NotImplementedError


def read(text: str) -> tuple[Reading, ...]:
    """The failures that `text` reports in Safari's words."""
    return readings(Pasted.of(text), "webkit", _FINDERS)
