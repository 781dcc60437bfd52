"""`EventSource`: a GET that stays open. https://html.spec.whatwg.org/#the-eventsource-interface"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.syntax import part, text
from cors_tui.inputs.javascript.values import Fields, as_text
from cors_tui.standards.request import Initiator

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """What ``new EventSource(url, {withCredentials})`` asks for."""
    if text(part(call, "constructor")) not in ("EventSource", "window.EventSource"):
        return None
    given = evaluator.values(call)
    if not given:
        return None
    made = Asked(as_text(given[0]), initiator=Initiator.EVENT_SOURCE)
    settings = given[1] if len(given) > 1 else None
    if isinstance(settings, Fields):
        made.take_unknown(settings, "settings")
        if settings.get("withCredentials") is True:
            made.credentials = "include"
    return made


CLIENT = Client("EventSource", asked)
