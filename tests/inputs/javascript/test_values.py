"""Values as texts, as forms and as JSON, as JavaScript writes them."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.javascript.values import (
    UNDEFINED,
    Fields,
    Made,
    Unknown,
    Value,
    as_json,
    as_text,
    form_text,
    pairs_of,
    shown,
)
from tests.rows import each_row


@each_row(
    ("value", "written"),
    [
        ("a", "a"),
        (1.0, "1"),
        (1.5, "1.5"),
        (True, "true"),
        (None, "null"),
        (UNDEFINED, "undefined"),
        (["a", 1.0], "a,1"),
        (Fields(), "[object Object]"),
        (Unknown("a . b"), "${a . b}"),
        (Unknown("f({x})"), "${f((x))}"),
        (Made("URL", ("https://a.example/",)), "https://a.example/"),
        (Made("URLSearchParams", (Fields({"a": "b c"}),)), "a=b+c"),
    ],
)
def test_a_value_as_text(value: Value, written: str) -> None:
    assert as_text(value) == written


def test_a_long_expression_is_shortened() -> None:
    assert len(shown("x" * 500)) < 80


def test_a_form_keeps_what_is_not_known_readable() -> None:
    assert form_text(Fields({"q": "a&b=ü", "t": Unknown("token")})) == "q=a%26b%3D%C3%BC&t=${token}"


def test_pairs_of_headers() -> None:
    assert pairs_of(Made("Headers", (Fields({"A": "1"}), [["B", "2"]]))) == [("A", "1"), ("B", "2")]


def test_json_leaves_out_what_is_undefined() -> None:
    assert as_json(Fields({"a": UNDEFINED, "b": [UNDEFINED, None]})) == '{"b":[null,null]}'


PLAIN = st.recursive(
    st.none() | st.booleans() | st.text() | st.integers(-1000, 1000).map(float),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3).map(Fields),
    max_leaves=10,
)


def plain(value: Value) -> object:
    if isinstance(value, Fields):
        return {name: plain(each) for name, each in value.members.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


@given(PLAIN)
def test_json_is_read_back_as_it_was(value: Value) -> None:
    assert json.loads(as_json(value)) == plain(value)
