"""Driving the app over a real lab server, without sleeping: press keys, wait for the work to end, read the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from cors_tui.case import Case
from cors_tui.lab.scenario import known_scenarios
from cors_tui.session.asking import SEND
from cors_tui.session.experimenting import ask_everything
from cors_tui.session.labs import RunningLab
from cors_tui.tui.app import CorsApp
from cors_tui.tui.screens.guide import GuideScreen
from tests.tui.steady import SteadyPilot, running

WIDE = (140, 45)
SMALL = (80, 24)
SIZES = (SMALL, WIDE)


@dataclass
class Driven:
    """A running app. `text` is what stands on the screen now, one string a line."""

    app: CorsApp
    pilot: SteadyPilot

    @property
    def guide(self) -> GuideScreen:
        screen = self.app.screen
        assert isinstance(screen, GuideScreen), screen
        return screen

    async def keys(self, *keys: str) -> None:
        """Press keys, and let the work they start end."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def press(self, *keys: str) -> str:
        """The same, and the screen's text, which takes as long as the keys."""
        await self.keys(*keys)
        return self.text

    async def settle(self) -> None:
        """Until no worker runs and nothing waits to be drawn."""
        await self.pilot.finish()

    async def type(self, text: str) -> str:
        """Type into what has the focus."""
        await self.pilot.press(*text)
        await self.settle()
        return self.text

    @property
    def lines(self) -> list[str]:
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def footer(self) -> str:
        return self.lines[-1]


@asynccontextmanager
async def driven(app: CorsApp, size: tuple[int, int] = WIDE) -> AsyncIterator[Driven]:
    """`app` running without a terminal, in `size` cells."""
    async with running(app, size) as pilot:
        yield Driven(app, pilot)


@asynccontextmanager
async def lab(name: str, size: tuple[int, int] = WIDE) -> AsyncIterator[Driven]:
    """The guide over the lab scenario called `name`."""
    async with driven(CorsApp(lab=RunningLab(known_scenarios()[name])), size) as run:
        yield run


@asynccontextmanager
async def asked(name: str, size: tuple[int, int] = WIDE) -> AsyncIterator[Driven]:
    """The guide over all that the lab scenario called `name` answers, asked once for all the tests that begin there."""
    if name not in _ASKED:
        async with RunningLab(known_scenarios()[name]) as server:
            steps = [step async for step in ask_everything(server.case.with_consent(SEND), _no_rest)]
        _ASKED[name] = steps[-1].case
    async with guide(_ASKED[name], size) as run:
        yield run


_ASKED: dict[str, Case] = {}


async def _no_rest(_seconds: float) -> None:
    """Our own server needs none."""


@asynccontextmanager
async def guide(case: Case, size: tuple[int, int] = WIDE) -> AsyncIterator[Driven]:
    """The guide over a case."""
    async with driven(CorsApp(case), size) as run:
        yield run
