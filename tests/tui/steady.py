"""A pilot that waits for what it knows to be under way, where Textual's own sleeps until the process looks idle.

Nothing here asks a clock. The frame timer rests, too: a screen is drawn as soon as nothing else is left to do, by the
very call that the timer makes.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import textual.screen
from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message import Message
from textual.pilot import Pilot

_HOUR = 3600.0
_TURNS = 1000
"""Turns of the event loop after which a handler is taken to wait for something outside, a server say."""

_MOST_TURNS = 50_000
_CHANGED = "changed_since_it_was_drawn"

_A_WHILE = 0.001
"""Seconds; for such a handler the loop is not kept spinning."""


class SteadyPilot(Pilot[Any]):
    """Presses keys and waits until every message is handled and every change is drawn."""

    async def press(self, *keys: str) -> None:
        """Each key as a terminal sends it; the next one only when all that the one before started is drawn."""
        for key in keys:
            self.app.post_message(key_event(key))
            await self.pause()

    async def pause(self, delay: float | None = None) -> None:
        """Until every widget waits for its next message and nothing is left to draw; workers may still run."""
        if delay is not None:
            await asyncio.sleep(delay)
        turns = 0
        while self._goes_on():
            turns += 1
            assert turns < _MOST_TURNS, "the app comes to no rest"
            if not self._is_at_rest():
                await asyncio.sleep(0 if turns < _TURNS else _A_WHILE)
            elif self.app._resize_event is not None:
                self.app._check_resize()
            elif self._is_undrawn():
                self.app.screen._on_timer_update()
                await asyncio.sleep(0)
            else:
                self._draw()
                return

    async def finish(self) -> None:
        """Until no worker runs either."""
        await self.pause()
        while self._goes_on() and any(not worker.is_finished for worker in self.app.workers):
            await self.app.workers.wait_for_complete()
            await self.pause()

    def _draw(self) -> None:
        """The whole screen as it stands at rest, where something changed."""
        compositor = self.app.screen._compositor
        if vars(compositor).pop(_CHANGED, False):
            compositor.render_strips()

    def _goes_on(self) -> bool:
        return self.app.is_running and not self.app._exit and not self.app._exception_event.is_set()

    def _is_at_rest(self) -> bool:
        pumps: list[DOMNode] = [self.app]
        for screen in self.app.screen_stack:
            pumps += screen.walk_children(with_self=True)
        return all(_waits(pump) for pump in pumps)

    def _is_undrawn(self) -> bool:
        screen = self.app.screen
        return bool(
            screen._layout_required
            or screen._scroll_required
            or screen._repaint_required
            or screen._recompose_required
            or screen._dirty_widgets
            or screen._callbacks
        )


def _waits(pump: DOMNode) -> bool:
    """Whether `pump` has handled all it was sent, and sits at its empty queue."""
    queue: Any = pump._message_queue
    return bool(pump._closed or (queue.empty() and queue.ready_event._waiters))


def key_event(key: str) -> events.Key:
    """`key`, named or a character, as a driver would report it."""
    if len(key) == 1 and not key.isalnum():
        key = _character_to_key(key)
    try:
        character: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        character = key if len(key) == 1 else None
    return events.Key(key, character)


@asynccontextmanager
async def running(
    app: App[Any], size: tuple[int, int], message_hook: Callable[[Message], None] | None = None
) -> AsyncIterator[SteadyPilot]:
    """`app` without a terminal, in `size` cells, drawn when its pilot says so."""
    with _resting_frames(), _drawn_at_rest(), _style_sheets_read_once():
        async with app.run_test(size=size, message_hook=message_hook):
            pilot = SteadyPilot(app)
            await pilot.finish()
            yield pilot


@contextmanager
def _resting_frames() -> Iterator[None]:
    """Screens made meanwhile are not drawn by time."""
    period = textual.screen.UPDATE_PERIOD
    textual.screen.UPDATE_PERIOD = _HOUR  # type: ignore[misc]
    try:
        yield
    finally:
        textual.screen.UPDATE_PERIOD = period  # type: ignore[misc]


@contextmanager
def _drawn_at_rest() -> Iterator[None]:
    """An app without a terminal throws away what it draws: meanwhile it draws each rest, not every step to it."""
    update = Compositor.render_update

    def later(self: Compositor, full: bool = False, screen_stack: Any = None, simplify: bool = False) -> Any:
        if simplify:  # a picture of the screen
            return update(self, full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        self._dirty_regions.clear()
        vars(self)[_CHANGED] = True
        return None

    Compositor.render_update = later  # type: ignore[method-assign]
    try:
        yield
    finally:
        Compositor.render_update = update  # type: ignore[method-assign]


_RULES: dict[tuple[object, ...], list[RuleSet]] = {}


@contextmanager
def _style_sheets_read_once() -> Iterator[None]:
    """Apps started meanwhile share what the same text means under the same variables; an app alone parses it thrice."""
    parse = Stylesheet._parse_rules

    def kept(self: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
        key = (*self._variables.items(), *given, *named.items())
        if key not in _RULES:
            _RULES[key] = parse(self, *given, **named)
        return _RULES[key]

    Stylesheet._parse_rules = kept  # type: ignore[method-assign]
    try:
        yield
    finally:
        Stylesheet._parse_rules = parse  # type: ignore[method-assign]
