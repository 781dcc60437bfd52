"""The last line: the keys that are live now, as many as fit, the most useful first."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from cors_tui.tui.keys import KEYS
from cors_tui.tui.visible import joined, visible
from cors_tui.tui.widgets.panel import Shown

_NAMES = {"escape": "esc", "question_mark": "?", "slash": "/"}
_ORDER = {key.action: rank for rank, key in enumerate(KEYS)}
_LAST = ("ctrl+p", "all actions")


class KeysLine(Shown):
    """Asks the screen for its live bindings whenever they change."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def on_resize(self) -> None:
        self._changed(self.screen)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.set(keys_line(_live(screen), self.app.size.width))


def _live(screen: Screen[object]) -> list[tuple[str, str]]:
    """(key, what it does) of every shown binding, one key an action."""
    seen: dict[str, tuple[str, str]] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.show and active.enabled:
            shown = (_NAMES.get(key, key), active.binding.description)
            seen.setdefault(active.binding.action, shown)
    own = [binding.action for binding in screen.BINDINGS if isinstance(binding, Binding)]
    return [seen[action] for action in sorted(seen, key=lambda action: _rank(action, own))]


def _rank(action: str, own: list[str]) -> tuple[int, int]:
    """The order of the table of keys; what is not in it comes first, in its screen's `own` order."""
    return _ORDER.get(action, -1), own.index(action) if action in own else -1


def keys_line(live: Iterable[tuple[str, str]], width: int) -> Content:
    """`` r probe  enter next  ...  ctrl+p all actions`` in at most `width` cells."""
    room = width - sum(map(len, _LAST)) - 4
    parts = [visible(" ")]
    used = 1
    for key, says in live:
        size = len(key) + len(says) + 3
        if used + size > room:
            break
        parts += [visible(key, "bold $primary"), visible(f" {says}  ")]
        used += size
    return joined(*parts, visible(_LAST[0], "bold $primary"), visible(f" {_LAST[1]}"))
