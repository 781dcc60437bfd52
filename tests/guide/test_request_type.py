"""Simple or preflighted, with a reason for the method and each header."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Call, Case
from cors_tui.guide.request_type import Type, request_type
from cors_tui.standards.header_list import HeaderList
from tests.rows import each_row

CALL = Call(url="https://api.example.com/", origin="https://app.example.com")

TYPES = [
    ("nothing typed yet", Call(), Type.UNKNOWN),
    ("a plain GET", CALL, Type.SIMPLE),
    ("get in lower case is GET", replace(CALL, method="get"), Type.SIMPLE),
    ("POST of text", replace(CALL, method="POST", headers=HeaderList((("Accept", "*/*"),))), Type.SIMPLE),
    ("POST of JSON", replace(CALL, method="POST", headers=HeaderList((("Content-Type", "application/json"),))),
     Type.PREFLIGHTED),
    ("PUT", replace(CALL, method="PUT"), Type.PREFLIGHTED),
    ("a header of one's own", replace(CALL, headers=HeaderList((("X-Mine", "1"),))), Type.PREFLIGHTED),
    ("the page's own origin", replace(CALL, origin="https://api.example.com"), Type.SAME_ORIGIN),
    ("a method no page may use", replace(CALL, method="TRACE"), Type.REFUSED),
    ("a URL that is not one", replace(CALL, url="https://"), Type.REFUSED),
]  # fmt: skip


@each_row(("what", "call", "type_"), TYPES, ids=[row[0] for row in TYPES])
def test_type(what: str, call: Call, type_: Type) -> None:
    """What the browser does first of all."""
    assert request_type(Case(call)).type is type_


REASONS = [
    ("accept with a plain value", ("Accept", "*/*"), True, "safelisted"),
    ("accept with a bracket", ("Accept", "(a)"), False, "holds a byte"),
    ("a value over 128 bytes", ("Accept", "a" * 129), False, "longer than 128"),
    ("128 bytes exactly", ("Accept", "a" * 128), True, "safelisted"),
    ("JSON", ("Content-Type", "application/json"), False, "three safelisted types"),
    ("authorization", ("Authorization", "Bearer x"), False, "allowed by name"),
    ("a range of one", ("Range", "bytes=0-9"), True, "safelisted"),
    ("a range from the end", ("Range", "bytes=-9"), False, "simple range"),
    ("a language with a slash", ("Accept-Language", "a/b"), False, "holds a byte"),
]


@pytest.mark.parametrize(("what", "pair", "simple", "says"), REASONS, ids=[row[0] for row in REASONS])
def test_reason_of_a_header(what: str, pair: tuple[str, str], simple: bool, says: str) -> None:
    """Each header says whether it may go without asking, and why."""
    found = request_type(Case(replace(CALL, headers=HeaderList((pair,))))).reasons[1]
    assert found.simple is simple
    assert says in found.says


def test_a_method_in_lower_case_is_said_to_go_out_as_written() -> None:
    """patch is not PATCH."""
    reason = request_type(Case(replace(CALL, method="patch"))).reasons[0]
    assert reason.says == "goes out as written: patch is not PATCH"


def test_many_safelisted_values_become_unsafe_together() -> None:
    """Over 1024 bytes all of them need a preflight, and the reason is their sum."""
    pairs = tuple(("Accept", "a" * 120) for _ in range(9))
    found = request_type(Case(replace(CALL, headers=HeaderList(pairs))))
    assert found.type is Type.PREFLIGHTED
    assert all("1024" in reason.says for reason in found.reasons[1:])


NAMES = st.sampled_from(["Accept", "Content-Type", "Range", "X-Mine", "Content-Language"])
VALUES = st.sampled_from(["", "text/plain", "application/json", "bytes=0-1", '"', "de", "a" * 200])


@given(st.sampled_from(["GET", "POST", "PUT", "patch"]), st.lists(st.tuples(NAMES, VALUES), max_size=5))
def test_a_request_is_preflighted_exactly_when_some_part_says_so(method: str, pairs: list[tuple[str, str]]) -> None:
    """The reasons and the type never contradict one another."""
    found = request_type(Case(replace(CALL, method=method, headers=HeaderList.of(pairs))))
    expected = Type.SIMPLE if all(reason.simple for reason in found.reasons) else Type.PREFLIGHTED
    assert found.type is expected
