"""Elements that a script makes: an image, a script, a style sheet's link; they ask once they are told their URL.

https://html.spec.whatwg.org/#cors-settings-attribute
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.names import method_of
from cors_tui.inputs.javascript.syntax import part, text
from cors_tui.inputs.javascript.values import UNDEFINED, Value, as_text
from cors_tui.standards.cors_settings import by_crossorigin
from cors_tui.standards.request import Initiator

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator

_ADDRESSES = {"img": "src", "script": "src", "link": "href"}
_INITIATORS = {"img": Initiator.IMAGE, "script": Initiator.SCRIPT, "link": Initiator.STYLESHEET}
_ATTRIBUTES = ("src", "href", "crossOrigin", "type", "rel")
_ELSEWHERE = re.compile(r"(?:https?:)?//|\$\{")


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """What ``new Image()`` or ``document.createElement("script")`` loads, where its URL is whole.

    A path is the page's own file.
    """
    name = _element(call, evaluator)
    if not name:
        return None
    given = dict(_given(call, evaluator))
    url = as_text(given.get(_ADDRESSES[name], ""))
    initiator = _INITIATORS[name]
    if name == "script" and given.get("type") == "module":
        initiator = Initiator.MODULE
    if not _ELSEWHERE.match(url) or (name == "link" and given.get("rel") != "stylesheet"):
        return None
    crossorigin = given.get("crossorigin")
    mode, credentials = by_crossorigin(initiator, None if crossorigin is None else as_text(crossorigin))
    return Asked(url, mode=mode.value, credentials=credentials.value, initiator=initiator)


def _element(call: Node, evaluator: Evaluator) -> str:
    """The name of the element that is made; "" for another call."""
    if text(part(call, "constructor")) in ("Image", "window.Image"):
        return "img"
    if call.type != "call_expression" or method_of(call) != "createElement":
        return ""
    name = as_text(next(iter(evaluator.values(call)), UNDEFINED)).lower()
    return name if name in _ADDRESSES else ""


def _given(call: Node, evaluator: Evaluator) -> Iterator[tuple[str, Value]]:
    """The attributes that the element is given, in small letters: by ``.src =`` and by ``setAttribute``."""
    assignments, settings = evaluator.names.uses(call, _ATTRIBUTES, "setAttribute")
    for assignment in [*_at_once(call), *assignments]:
        left = part(assignment, "left")
        yield text(left and part(left, "property")).lower(), evaluator.value(part(assignment, "right"))
    for setting in settings:
        values = evaluator.values(setting)
        if len(values) == 2:
            yield as_text(values[0]).lower(), values[1]


def _at_once(call: Node) -> Iterator[Node]:
    """``new Image().src = …``, which is kept nowhere."""
    member = call.parent
    while member is not None and member.type == "parenthesized_expression":
        member = member.parent
    whole = member.parent if member is not None and member.type == "member_expression" else None
    if whole is not None and whole.type == "assignment_expression" and part(whole, "left") == member:
        yield whole


CLIENT = Client("an element", asked)
