"""XMLHttpRequest: several statements about one object. https://xhr.spec.whatwg.org/"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.names import method_of
from cors_tui.inputs.javascript.syntax import part, text
from cors_tui.inputs.javascript.values import UNDEFINED, Made, as_text
from cors_tui.standards.request import Initiator

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """What is asked from an ``open`` on; what belongs to it ends with the next ``open`` of the same object."""
    function = part(call, "function")
    if function is None or function.type != "member_expression" or method_of(call) != "open":
        return None
    owner = part(function, "object")
    given = evaluator.values(call)
    if owner is None or len(given) < 2 or not _is_xhr(owner, evaluator):
        return None
    name = text(owner)
    made = Asked(as_text(given[1]), as_text(given[0]), initiator=Initiator.XHR)
    end = _next_open(name, call, evaluator)
    for other in _calls_on(name, evaluator):
        if call.start_byte < other.start_byte < end:
            _take(made, other, evaluator)
    if any(_sets_credentials(name, each, evaluator) and each.start_byte < end for each in evaluator.names.assignments):
        made.credentials = "include"
    else:
        made.says.append("The code does not say withCredentials, so a call to another origin goes without cookies.")
    return made


def _is_xhr(owner: Node, evaluator: Evaluator) -> bool:
    found = evaluator.value(owner)
    if isinstance(found, Made):
        return found.kind == "XMLHttpRequest"
    return any(each in text(owner).lower() for each in ("xhr", "xmlhttp", "request"))


def _calls_on(name: str, evaluator: Evaluator) -> list[Node]:
    return evaluator.names.calls_of(name)


def _next_open(name: str, call: Node, evaluator: Evaluator) -> int:
    opens = [each for each in _calls_on(name, evaluator) if method_of(each) == "open"]
    starts = {first.start_byte: second.start_byte for first, second in pairwise(opens)}
    return starts.get(call.start_byte, 1 << 60)


def _take(made: Asked, call: Node, evaluator: Evaluator) -> None:
    given = evaluator.values(call)
    if method_of(call) == "setRequestHeader" and len(given) == 2:
        made.headers.append((as_text(given[0]), as_text(given[1])))
    elif method_of(call) == "send":
        made.body = given[0] if given and made.method.upper() not in ("GET", "HEAD") else UNDEFINED


def _sets_credentials(name: str, assignment: Node, evaluator: Evaluator) -> bool:
    is_it = text(part(assignment, "left")) == f"{name}.withCredentials"
    return is_it and evaluator.value(part(assignment, "right")) is True


CLIENT = Client("XMLHttpRequest", asked)
