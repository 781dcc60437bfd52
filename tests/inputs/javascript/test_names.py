"""What names stand for at a place in the code."""

from __future__ import annotations

from cors_tui.inputs.javascript.names import Names, method_of
from cors_tui.inputs.javascript.syntax import parse, text


def named(code: str, name: str, before: str) -> str:
    at = len(code[: code.index(before)].encode())
    return text(Names(parse(code)).declared(name, at))


def test_the_last_value_before_the_use_counts() -> None:
    assert named("let a = 1; a = 2; use(a); a = 3", "a", "use") == "2"


def test_a_value_given_only_later_counts_where_there_is_no_other() -> None:
    assert named("function f() { use(a) } const a = 1", "a", "use") == "1"


def test_a_parameter_hides_the_name() -> None:
    assert named("const a = 1; const f = (a) => use(a)", "a", "use") == ""
    assert named("const a = 1; const f = a => use(a); other(a)", "a", "other") == "1"
    assert named("const a = 1; function f({a}) { use(a) }", "a", "use") == ""


def test_a_name_that_nobody_declares() -> None:
    assert named("use(b)", "b", "use") == ""


def test_the_calls_on_a_variable() -> None:
    names = Names(parse("const h = new Headers(); h.append('a', 'b'); g.append('c', 'd')"))
    assert [method_of(call) for call in names.calls_of("h")] == ["append"]


def test_the_uses_of_what_a_variable_holds() -> None:
    """Until the variable holds something else."""
    code = "let e = make(1); e.src = 2; e.set(3); f.src = 4; e.alt = 5; e = make(6); e.src = 7; e.set(8)"
    names = Names(parse(code))
    first, second = (call for call in names.calls if text(call).startswith("make"))
    for made, expected in ((first, ["e.src = 2", "e.set(3)"]), (second, ["e.src = 7", "e.set(8)"])):
        assert [text(node) for nodes in names.uses(made, ("src",), "set") for node in nodes] == expected
    assert names.uses(names.calls_of("e")[0], ("src",), "set") == ([], [])
