"""Telling values from code: constants, concatenation, templates, objects, spreads. Nothing is executed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.names import Names
from cors_tui.inputs.javascript.syntax import arguments, part, text
from cors_tui.inputs.javascript.values import (
    LONGEST_TEXT,
    UNDEFINED,
    Fields,
    Made,
    Undefined,
    Unknown,
    Value,
    as_json,
    as_text,
)
from cors_tui.inputs.javascript.writing import escaped, number, percent_encoded
from cors_tui.standards.url import parse_url

if TYPE_CHECKING:
    from tree_sitter import Node

_DEEPEST = 60
_CLASSES = frozenset(
    {"URL", "Headers", "HttpHeaders", "Request", "URLSearchParams", "FormData", "XMLHttpRequest", "Blob", "Uint8Array"}
)
_PLAIN: dict[str, Value] = {"true": True, "false": False, "null": None, "undefined": UNDEFINED}


class Evaluator:
    """Tells the value of any expression of one tree. Remembers what it told, so that its work is bound by the code."""

    def __init__(self, root: Node) -> None:
        self.names = Names(root)
        self._told: dict[int, Value] = {}
        self._busy: set[int] = set()
        self._ways: dict[str, Callable[[Node], Value]] = {
            "string": lambda node: "".join(map(_string_part, node.named_children)),
            "template_string": self._template,
            "number": lambda node: number(text(node)),
            "identifier": self._named,
            "shorthand_property_identifier": self._named,
            "parenthesized_expression": self._inner,
            "await_expression": self._inner,
            "binary_expression": self._binary,
            "ternary_expression": self._either,
            "object": self._object,
            "array": self._array,
            "member_expression": self._member,
            "subscript_expression": self._member,
            "call_expression": self._call,
            "new_expression": self._new,
        }

    def value(self, node: Node | None) -> Value:
        """The value of an expression, `Unknown` where only running would tell; undefined for no expression."""
        if node is None:
            return UNDEFINED
        if node.type in _PLAIN:
            return _PLAIN[node.type]
        way = self._ways.get(node.type)
        if node.id in self._told:
            return self._told[node.id]
        if way is None or node.id in self._busy or len(self._busy) > _DEEPEST:
            return Unknown(text(node)[:200])
        self._busy.add(node.id)
        found = way(node)
        self._busy.discard(node.id)
        if isinstance(found, str) and len(found) > LONGEST_TEXT:
            found = Unknown(text(node)[:200])
        self._told[node.id] = found
        return found

    def values(self, call: Node) -> list[Value]:
        """The values of a call's arguments."""
        return [self.value(node) for node in arguments(call)]

    def _inner(self, node: Node) -> Value:
        return self.value(next(iter(node.named_children), None))

    def _named(self, node: Node) -> Value:
        name = text(node)
        if name == "undefined":
            return UNDEFINED
        declared = self.names.declared(name, node.start_byte)
        return self.value(declared) if declared is not None else Unknown(name)

    def _template(self, node: Node) -> Value:
        pieces = []
        for child in node.named_children:
            filled = child.type == "template_substitution"
            pieces.append(as_text(self._inner(child)) if filled else _string_part(child))
        return "".join(pieces)

    def _binary(self, node: Node) -> Value:
        sign = text(part(node, "operator"))
        left, right = self.value(part(node, "left")), self.value(part(node, "right"))
        if sign == "+" and not (isinstance(left, int | float) and isinstance(right, int | float)):
            both = isinstance(left, Unknown) and isinstance(right, Unknown)
            return Unknown(text(node)[:200]) if both else as_text(left) + as_text(right)
        if sign in ("||", "??"):
            if isinstance(left, Unknown):
                return right if isinstance(right, str) else left
            empty = left is None or isinstance(left, Undefined) or (sign == "||" and left in ("", False, 0))
            return right if empty else left
        return Unknown(text(node)[:200])

    def _either(self, node: Node) -> Value:
        condition = self.value(part(node, "condition"))
        if isinstance(condition, bool):
            return self.value(part(node, "consequence" if condition else "alternative"))
        return Unknown(text(node)[:200])

    def _object(self, node: Node) -> Value:
        made = Fields()
        for child in node.named_children:
            if child.type == "pair":
                made.members[self._key(part(child, "key"))] = self.value(part(child, "value"))
            elif child.type == "shorthand_property_identifier":
                made.members[text(child)] = self._named(child)
            elif child.type == "spread_element":
                self._spread(made, next(iter(child.named_children), None))
        return made

    def _spread(self, made: Fields, node: Node | None) -> None:
        found = self.value(node)
        if isinstance(found, Fields):
            made.members |= found.members
            made.unknown += found.unknown
        elif isinstance(found, Unknown):
            made.unknown.append(text(node)[:60])

    def _key(self, node: Node | None) -> str:
        if node is not None and node.type == "computed_property_name":
            return as_text(self._inner(node))
        return as_text(self.value(node)) if node is not None and node.type in ("string", "number") else text(node)

    def _array(self, node: Node) -> Value:
        return [self.value(child) for child in node.named_children if child.type not in ("comment", "spread_element")]

    def _member(self, node: Node) -> Value:
        owner = self.value(part(node, "object"))
        index = part(node, "index")
        name = as_text(self.value(index)) if index is not None else text(part(node, "property"))
        if isinstance(owner, Fields) and (name in owner.members or not owner.unknown):
            return owner.get(name)
        if isinstance(owner, list) and re.fullmatch(r"\d{1,6}", name) and int(name) < len(owner):
            return owner[int(name)]
        if isinstance(owner, Made) and owner.kind == "URL" and name in ("href", "origin", "pathname"):
            return _url_part(as_text(owner), name)
        return Unknown(text(node)[:200])

    def _call(self, node: Node) -> Value:
        """The few functions whose answer their arguments tell."""
        function, given = part(node, "function"), self.values(node)
        name = re.sub(r"\s+", "", text(function)[:80])
        first = given[0] if given else UNDEFINED
        if name == "JSON.stringify" and given:
            return first if isinstance(first, Unknown) else as_json(first)
        if name in ("encodeURIComponent", "encodeURI") and not isinstance(first, Unknown):
            return percent_encoded(as_text(first), whole=name == "encodeURI")
        if name == "String" and given:
            return as_text(first)
        if name == "Object.assign":
            return self._assigned(given)
        if name.endswith((".create", ".extend")) and given and isinstance(first, Fields):
            return Made(name.split(".")[0], (first,))
        if name.endswith(".toString") and function is not None:
            return self._in_words(part(function, "object"), node)
        return Unknown(text(node)[:200])

    def _in_words(self, owner: Node | None, whole: Node) -> Value:
        value = self.value(owner)
        return as_text(value) if isinstance(value, str | Made | float | int) else Unknown(text(whole)[:200])

    def _assigned(self, given: list[Value]) -> Value:
        made = Fields()
        for each in given:
            if isinstance(each, Fields):
                made.members |= each.members
                made.unknown += each.unknown
        return made

    def _new(self, node: Node) -> Value:
        kind = text(part(node, "constructor"))
        given = self.values(node)
        if kind == "URL" and given:
            whole = as_text(given[0])
            base = as_text(given[1]) if len(given) > 1 else ""
            parsed = parse_url(whole, base) if base else None
            return Made("URL", (parsed.href if parsed and "${" not in base + whole else whole,))
        return Made(kind, (*given, *self._added(node))) if kind in _CLASSES else Unknown(text(node)[:200])

    def _added(self, node: Node) -> list[Value]:
        """What is appended later to the variable a `Headers`, `FormData` or `URLSearchParams` is kept in."""
        calls = self.names.calls_on(node, ("append", "set"))
        return [[list(pair)] for call in calls if len(pair := self.values(call)[:2]) == 2]


def _string_part(node: Node) -> str:
    return escaped(text(node)) if node.type == "escape_sequence" else text(node)


def _url_part(url: str, name: str) -> str:
    parsed = parse_url(url)
    if parsed is None or name == "href":
        return url
    return parsed.path if name == "pathname" else str(parsed.origin)
