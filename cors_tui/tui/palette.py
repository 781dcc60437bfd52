"""The palette: every action by name, with its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Protocol

from textual.app import SystemCommand

from cors_tui.tui.keys import KEYS, Key


class Acts(Protocol):
    """What the palette needs of the app."""

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool: ...

    async def run_action(self, action: str) -> bool: ...

    def action_lab(self) -> None: ...

    def action_change_theme(self) -> None: ...

    def exit(self) -> None: ...


def commands(app: Acts, *, in_guide: bool) -> Iterator[SystemCommand]:
    """The guide's own actions while it is open, then what can be done anywhere."""
    if in_guide:
        for key in KEYS:
            # The palette closes first; the action then meets the guide as the screen.
            yield SystemCommand(key.help, _keys(key), partial(app.call_later, app.run_action, f"screen.{key.action}"))
    yield SystemCommand("Practice lab", "broken servers on this machine", app.action_lab)
    yield SystemCommand("Theme", "choose other colours", app.action_change_theme)
    yield SystemCommand("Leave", "key ctrl+c twice", app.exit)


def _keys(key: Key) -> str:
    return f"key {' or '.join(filter(None, (key.key, key.twin)))}"
