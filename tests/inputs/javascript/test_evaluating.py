"""Values told without running the code; what only running would tell stays as its source."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cors_tui.inputs.javascript.evaluating import Evaluator
from cors_tui.inputs.javascript.syntax import parse, walk
from cors_tui.inputs.javascript.values import Unknown, as_json, as_text
from tests.inputs.javascript.reading import value
from tests.rows import each_row

TEXTS = [
    ("const a = 'x\\u0041\\n'", "xA\n"),
    ("const b = 'https://a.example'; const a = b + '/x'", "https://a.example/x"),
    ("const b = 1; const a = `v${b}/${c.d}`", "v1/${c.d}"),
    ("const a = process.env.API || 'http://localhost:3000'", "http://localhost:3000"),
    ("const a = import.meta.env.VITE_API", "${import.meta.env.VITE_API}"),
    ("const o = {b: {c: 'd'}}; const a = o.b['c']", "d"),
    ("const o = ['x', 'y']; const a = o[1]", "y"),
    ("const a = encodeURIComponent('ü/')", "%C3%BC%2F"),
    ("const a = new URL('/x?y', 'https://a.example/z').toString()", "https://a.example/x?y"),
    ("const u = new URL('https://a.example/z'); const a = u.href", "https://a.example/z"),
    ("const a = true ? 'x' : 'y'", "x"),
    ("const a = (undefined ?? 'x')", "x"),
    ("const a = a + a", "${a + a}"),
    ("const a = secret()", "${secret()}"),
    ("const a = JSON.stringify({b: 1, ...c})", '{"b":1}'),
    ("const p = new URLSearchParams({b: 1}); p.append('c', 'd e'); const a = p.toString()", "b=1&c=d+e"),
]


@each_row(("code", "told"), TEXTS, ids=[code for code, _ in TEXTS])
def test_a_value_is_told(code: str, told: str) -> None:
    assert as_text(value(code)) == told


def test_objects_are_laid_over_each_other() -> None:
    code = "const b = {x: 1, y: 2}; const z = 3; const a = {...b, y: 4, z, ['w' + z]: 5, 'q-r': Object.assign({}, b)}"
    assert as_json(value(code)) == '{"x":1,"y":4,"z":3,"w3":5,"q-r":{"x":1,"y":2}}'


def test_doubling_does_not_explode() -> None:
    """Every name twice the one before: told once each, and cut where it is too long."""
    code = "const a0 = 'x'; " + "".join(f"const a{n} = a{n - 1} + a{n - 1}; " for n in range(1, 60))
    assert isinstance(value(code), Unknown | str)


def test_deep_nesting_ends() -> None:
    assert isinstance(value(f"const a = {'(' * 3000}1{')' * 3000}"), Unknown | float)


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*"(){}[]'\"`$,.;:=+ \n\\", "fetch", "const a", "a", "=>", "...", "new URL"])))
def test_nothing_raises(pieces: list[str]) -> None:
    root = parse("".join(pieces))
    evaluator = Evaluator(root)
    for node in walk(root):
        evaluator.value(node)
