"""How Safari says a refusal."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine, Reading
from cors_tui.standards.request import Request
from cors_tui.standards.verdict import Outcome


def write(outcome: Outcome, request: Request) -> tuple[ConsoleLine, ...]:
    """The lines of the console for `outcome`."""
    raise NotImplementedError


def read(text: str) -> tuple[Reading, ...]:
    """The failures that `text` reports in this engine's words."""
    raise NotImplementedError
