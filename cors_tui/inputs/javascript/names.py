"""What the names in code stand for: declarations, assignments, parameters, and calls on a variable."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.syntax import part, text, walk

if TYPE_CHECKING:
    from tree_sitter import Node

_FUNCTIONS = frozenset(
    {"function_declaration", "function_expression", "arrow_function", "method_definition", "generator_function"}
)
_ASKING = frozenset({f"{owner}{name}" for owner in ("", "window.") for name in ("EventSource", "FontFace", "Image")})
"""Classes whose objects ask a server by being made, or once they are told a URL."""


class Names:
    """The names of one tree. Scopes are told apart only for parameters: the last value before a use is its value."""

    def __init__(self, root: Node) -> None:
        self._values: dict[str, list[tuple[int, Node]]] = defaultdict(list)
        self._hidden: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._calls: dict[str, list[Node]] = defaultdict(list)
        self.calls: list[Node] = []
        self.assignments: list[Node] = []
        self._kept_in: dict[int, str] = {}
        self._members: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for node in walk(root):
            self._look(node)

    def declared(self, name: str, at: int) -> Node | None:
        """What `name` was last given before byte `at`; the first value where it is only given later."""
        if any(start <= at < end for start, end in self._hidden.get(name, ())):
            return None
        given = self._values.get(name)
        if not given:
            return None
        place = bisect_left(given, at, key=lambda pair: pair[0])
        return given[max(0, place - 1)][1]

    def calls_of(self, name: str) -> list[Node]:
        """The calls of methods of the variable `name`, in order."""
        return self._calls.get(name, [])

    def calls_on(self, made: Node, methods: tuple[str, ...]) -> list[Node]:
        """The calls of `methods` on the variable that `made` was first kept in."""
        name = self._kept_in.get(made.id, "")
        return [call for call in self._calls.get(name, ()) if method_of(call) in methods] if name else []

    def uses(self, made: Node, properties: tuple[str, ...], method: str) -> tuple[list[Node], list[Node]]:
        """While `made` is in the variable that it was first kept in: the assignments to its `properties`, and the calls
        of its `method`."""
        name, start = self._kept_in.get(made.id, ""), made.end_byte
        if not name:
            return [], []
        given = self._values[name]
        after = bisect_right(given, start, key=lambda pair: pair[0])
        end = given[after][0] if after < len(given) else 1 << 60
        members = [each for one in properties for each in _between(self._members.get((name, one), ()), start, end)]
        return members, [call for call in _between(self._calls.get(name, ()), start, end) if method_of(call) == method]

    def _look(self, node: Node) -> None:
        if node.type == "variable_declarator":
            self._give(part(node, "name"), part(node, "value"))
        elif node.type == "assignment_expression":
            self.assignments.append(node)
            left = part(node, "left")
            if left is not None and left.type == "member_expression":
                self._members[text(part(left, "object"))[:80], text(part(left, "property"))].append(node)
            self._give(part(node, "left"), part(node, "right"))
        elif node.type == "call_expression":
            self.calls.append(node)
            function = part(node, "function")
            if function is not None and function.type == "member_expression":
                self._calls[text(part(function, "object"))[:80]].append(node)
        elif node.type == "new_expression" and text(part(node, "constructor")) in _ASKING:
            self.calls.append(node)
        elif node.type in _FUNCTIONS:
            self._hide(node)

    def _give(self, name: Node | None, value: Node | None) -> None:
        if name is not None and value is not None and name.type == "identifier":
            self._values[text(name)].append((value.end_byte, value))
            self._kept_in.setdefault(value.id, text(name))

    def _hide(self, function: Node) -> None:
        parameters = part(function, "parameters") or part(function, "parameter")
        if parameters is None:
            return
        for node in walk(parameters):
            if node.type in ("identifier", "shorthand_property_identifier_pattern"):
                self._hidden[text(node)].append((function.start_byte, function.end_byte))


def _between(nodes: Sequence[Node], start: int, end: int) -> Sequence[Node]:
    """Those of `nodes`, which are in the order of the text, that begin from byte `start` on and before `end`."""
    return nodes[bisect_left(nodes, start, key=_start) : bisect_left(nodes, end, key=_start)]


def _start(node: Node) -> int:
    return node.start_byte


def method_of(call: Node) -> str:
    """The name after the last dot of what is called."""
    function = part(call, "function")
    return text(part(function, "property")) if function is not None else ""
