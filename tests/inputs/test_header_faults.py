"""What can be wrong with a method and with headers, near misses first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.header_faults import header_faults, method_faults
from cors_tui.standards.header_list import HeaderList
from tests.rows import each_row


@pytest.mark.parametrize("method", ["GET", "get", "Post", "PATCH", "QUERY", "purgeall", " PUT "])
def test_nothing_is_wrong_with_the_method(method: str) -> None:
    assert list(method_faults(method)) == []


@pytest.mark.parametrize(
    ("method", "says", "is_error"),
    [
        ("", "empty", True), ("GET /x", "not one word", True), ("GÉT", "not one word", True),
        ("TRACE", "No page can send TRACE", True), ("connect", "No page can send CONNECT", True),
        ("patch", "small letters", False), ("Patch", "small letters", False),
    ],
)  # fmt: skip
def test_the_method(method: str, says: str, is_error: bool) -> None:
    (fault,) = method_faults(method)
    assert says in fault.problem
    assert fault.is_error is is_error


@pytest.mark.parametrize(
    "pair",
    [
        ("X-API-Key", "1"), ("Content-Type", "application/json"), ("User-Agent", "x"), ("X", "caf\xe9"),
        ("X-Access-Control-Allow-Origin", "*"), ("Content-Type", "multipart/form-data; boundary=x"),
        ("Authorization", "Bearer nullable"),
    ],
)  # fmt: skip
def test_nothing_is_wrong_with_the_header(pair: tuple[str, str]) -> None:
    assert list(header_faults(HeaderList((pair,)))) == []


@each_row(
    ("pair", "says", "is_error"),
    [
        pytest.param(("Content-Type application/json", ""), "has no colon", True, id="no colon"),
        pytest.param(("", "x"), "no name", True, id="no name"),
        pytest.param(("X(a)", "x"), "a character that no name has", True, id="odd name"),
        pytest.param(("X", "a\r\nb"), "a line break", True, id="line break"),
        pytest.param(("X", "a\0"), "a NUL", True, id="NUL"),
        pytest.param(("X", "a€"), "“€” at character 2", True, id="no byte"),
        pytest.param(("Cookie", "a=b"), "cannot set Cookie", False, id="a forbidden header"),
        pytest.param(("sec-fetch-mode", "cors"), "cannot set sec-fetch-mode", False, id="one of a forbidden kind"),
        pytest.param(("X-HTTP-Method-Override", "TRACE"), "cannot set", False, id="forbidden by its value"),
        pytest.param(("Access-Control-Allow-Origin", "*"), "a header of the answer", False, id="a response header"),
        pytest.param(("X-Token", ""), "no value", False, id="no value"),
        pytest.param(("Authorization", "Bearer undefined"), "a variable had no value", False, id="undefined"),
        pytest.param(("Content-Type", "multipart/form-data"), "no boundary", False, id="multipart by hand"),
    ],
)
def test_the_header(pair: tuple[str, str], says: str, is_error: bool) -> None:
    (fault,) = header_faults(HeaderList((pair,)))
    assert says in fault.problem
    assert fault.is_error is is_error
    assert fault.field == "headers"


def test_a_secret_is_not_repeated() -> None:
    (fault,) = header_faults(HeaderList((("Authorization", "Bearer sesame€"),)))
    assert "sesame" not in fault.text + fault.sentence


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=20)), max_size=4), st.text(max_size=8))
def test_no_text_raises(pairs: list[tuple[str, str]], method: str) -> None:
    for fault in (*header_faults(HeaderList(tuple(pairs))), *method_faults(method)):
        assert fault.problem
        assert fault.remedy
