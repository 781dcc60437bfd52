"""What PowerShell and Windows make of a copied command, without them: the grammar gives the words, PowerShell's way of
handing them on (`$PSNativeCommandArgumentPassing = 'Legacy'`) one line, and the C runtime's rules the arguments.

https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

_GRAMMAR = Language(tree_sitter_powershell.language())
_QUOTES = "'‘’‚‛"


def arguments(command: str, environment: Mapping[str, str], *, is_old: bool) -> list[str]:
    """The arguments that the program gets, from Windows PowerShell 5.1 (`is_old`) or a later one."""
    root = Parser(_GRAMMAR).parse(command.encode()).root_node
    assert not root.has_error, command
    (found,) = (node for node in _all(root) if node.type == "command")
    elements = next(child for child in found.named_children if child.type == "command_elements")
    words = [_word(node, environment) for node in elements.named_children if node.type != "command_argument_sep"]
    return _split(" ".join(_handed_on(word, is_old=is_old) for word in words))


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.named_children:
        yield from _all(child)


def _word(node: Node, environment: Mapping[str, str]) -> str:
    text = (node.text or b"").decode()
    if text[0] in _QUOTES:
        return re.sub(f"[{_QUOTES}]([{_QUOTES}])", r"\1", text[1:-1])
    if text[0] != '"':
        return text
    filled = re.sub(r"\$\{env:(\w+)\}", lambda found: environment[found[1]], text[1:-1])
    return re.sub(r"`(.)", r"\1", filled)


def _handed_on(word: str, *, is_old: bool) -> str:
    """With quotes around it where it holds a space outside its own quotes. Later versions double what stands before."""
    inside, before, needs = False, "", False
    for character in word:
        if character == '"' and before != "\\":
            inside = not inside
        needs = needs or (character.isspace() and not inside)
        before = character
    if not needs:
        return word
    ending = "" if is_old else word[len(word.rstrip("\\")) :]
    return f'"{word}{ending}"'


def _split(line: str) -> list[str]:
    """The C runtime's arguments of a command line."""
    found: list[str] = []
    word, inside, started, at = "", False, False, 0
    while at < len(line):
        slashes = len(line) - at - len(line[at:].lstrip("\\"))
        at += slashes
        is_quote = line[at : at + 1] == '"'
        word += "\\" * (slashes // 2 if is_quote else slashes)
        started = started or slashes > 0
        if is_quote and slashes % 2:
            word += '"'
        elif is_quote:
            inside, started = not inside, True
        elif line[at : at + 1] in (" ", "\t") and not inside:
            found += [word] if started else []
            word, started = "", False
        elif at < len(line):
            word, started = word + line[at], True
        at += 1
    return [*found, word] if started else found
