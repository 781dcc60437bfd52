"""The syntax tree of JavaScript, by tree-sitter's grammar, which is loaded only here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node, Parser


@cache
def _parser() -> Parser:
    import tree_sitter_javascript
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_javascript.language()))


def parse(code: str) -> Node:
    """The root of the tree; what is no JavaScript stands in it as ERROR nodes. Never raises."""
    return _parser().parse(code.encode("utf-8", "replace")).root_node


def walk(root: Node) -> Iterator[Node]:
    """Every node below and with `root`, in the order of the text, however deep."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def text(node: Node | None) -> str:
    """The node's own text; "" for none."""
    return "" if node is None or node.text is None else node.text.decode("utf-8", "replace")


def part(node: Node, field: str) -> Node | None:
    """A child by its name in the grammar."""
    return node.child_by_field_name(field)


def arguments(call: Node) -> list[Node]:
    """The arguments of a call or of ``new``."""
    listed = part(call, "arguments")
    if listed is None or listed.type != "arguments":
        return []
    return [node for node in listed.named_children if node.type != "comment"]
