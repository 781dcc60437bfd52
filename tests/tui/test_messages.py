"""Messages carry values, and no widget."""

from __future__ import annotations

import inspect
import re

from textual.message import Message

from cors_tui.tui import messages
from tests.rows import each_row

KINDS = [
    kind
    for _, kind in inspect.getmembers(messages, inspect.isclass)
    if issubclass(kind, Message) and kind is not Message
]


@each_row("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_message_takes_values_only(kind: type[Message]) -> None:
    """A worker may make every one of them."""
    parameters = list(inspect.signature(kind.__init__).parameters.values())[1:]
    assert not [p for p in parameters if re.search(r"Widget|Screen|App|Panel|Static", str(p.annotation))]


def test_each_kind_is_handled_once_it_is_sent() -> None:
    """Every message of this module has a handler on the guide's screen, or on the app."""
    from cors_tui.tui.screens.guide import GuideScreen

    handled = {kind for cls in GuideScreen.__mro__ for kind in getattr(cls, "_decorated_handlers", {})}
    assert set(KINDS) <= handled
