"""Code read into calls, for the tests of this folder."""

from __future__ import annotations

from cors_tui.case import Call
from cors_tui.inputs.javascript.evaluating import Evaluator
from cors_tui.inputs.javascript.syntax import parse, part, walk
from cors_tui.inputs.javascript.values import Value
from cors_tui.inputs.reader import Understood
from cors_tui.inputs.readers.code import READER


def understood(code: str) -> Understood:
    return READER.read(code)


def only_call(code: str) -> Call:
    """The one call that `code` makes."""
    (call,) = understood(code).calls
    return call


def value(code: str) -> Value:
    """The value of the last variable that `code` declares."""
    root = parse(code)
    last = [node for node in walk(root) if node.type == "variable_declarator"][-1]
    return Evaluator(root).value(part(last, "value"))
