"""The syntax tree, also of what is no JavaScript."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.javascript.syntax import arguments, parse, part, text, walk


def test_arguments_are_without_comments() -> None:
    call = next(node for node in walk(parse("f(1, /* two */ 2)")) if node.type == "call_expression")
    assert [text(node) for node in arguments(call)] == ["1", "2"]
    assert text(part(call, "function")) == "f"


def test_a_tagged_template_has_no_arguments() -> None:
    call = next(node for node in walk(parse("f`1`")) if node.type == "call_expression")
    assert arguments(call) == []


@pytest.mark.parametrize("code", ["(" * 20_000, "fetch(" * 5_000, "}{][", "\0\ud800", ""])
def test_what_is_no_code_still_has_a_tree(code: str) -> None:
    assert parse(code).type in ("program", "ERROR")
    assert sum(1 for _ in walk(parse(code))) >= 1


@given(st.text())
def test_any_text_is_walked_in_its_order(code: str) -> None:
    starts = [node.start_byte for node in walk(parse(code)) if not node.children]
    assert starts == sorted(starts)
