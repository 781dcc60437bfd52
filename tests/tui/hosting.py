"""A bare app around one widget."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from cors_tui.tui.themes import VARIABLES
from tests.tui.steady import SteadyPilot, running


class Host(App[None]):
    """Shows one widget and keeps every message that reaches it."""

    AUTO_FOCUS = ""

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        self.make = make
        self.heard: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def compose(self) -> ComposeResult:
        yield self.make()

    def said(self, kind: type[Message]) -> list[Any]:
        """The messages of one kind that were posted so far, each once however many widgets it passed."""
        return list({id(message): message for message in self.heard if isinstance(message, kind)}.values())

    @property
    def text(self) -> str:
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


@asynccontextmanager
async def hosted(
    make: Callable[[], Widget], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Host, SteadyPilot]]:
    """The widget that `make` makes, running."""
    app = Host(make)
    async with running(app, size, app.heard.append) as pilot:
        yield app, pilot
