"""The events a browser sent, in order, and waiting for them."""

from __future__ import annotations

import asyncio
from typing import Any

QUIET = 0.3
"""Seconds without an event after the answer: console lines come a moment later than the promise."""

Event = tuple[str, dict[str, Any]]


class EventLog:
    """Everything heard since the last `clear`."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._arrived = asyncio.Event()

    def hear(self, method: str, params: dict[str, Any]) -> None:
        self.events.append((method, params))
        self._arrived.set()

    def clear(self) -> None:
        self.events.clear()

    def first(self, method: str) -> dict[str, Any] | None:
        return next((params for found, params in self.events if found == method), None)

    async def more(self) -> None:
        """Wait for the next event."""
        self._arrived.clear()
        await self._arrived.wait()

    async def wait_for(self, method: str) -> dict[str, Any]:
        """The first event `method` since the last `clear`, now or when it comes."""
        while (params := self.first(method)) is None:
            await self.more()
        return params

    async def quiet(self) -> None:
        """Wait until nothing has come for a moment."""
        while True:
            try:
                await asyncio.wait_for(self.more(), QUIET)
            except TimeoutError:
                return


async def first_of(wanted: asyncio.Task[dict[str, Any]], other: asyncio.Task[dict[str, Any]]) -> bool:
    """Wait for either; whether `wanted` came. When it did not, it is cancelled."""
    await asyncio.wait((wanted, other), return_when=asyncio.FIRST_COMPLETED)
    if not wanted.done():
        wanted.cancel()
        return False
    return True
