"""The essence of a MIME type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.mime_type import essence, extracted
from tests.rows import each_row


@each_row(
    ("text", "expected"),
    [
        pytest.param("", None, id="empty"),
        pytest.param("text", None, id="no slash"),
        pytest.param("text/", None, id="no subtype"),
        pytest.param("text/plain, text/plain", None, id="two types"),
        pytest.param("text/pl ain", None, id="space inside"),
        pytest.param("text /plain", None, id="space before the slash"),
        pytest.param("text/\u017fvg", None, id="a letter that is no token"),
        pytest.param("TEXT/Plain", "text/plain", id="lower case"),
        pytest.param(" text/plain \r\n", "text/plain", id="trimmed"),
        pytest.param("text/plain ;charset=x, application/json", "text/plain", id="parameters are not looked at"),
        pytest.param("text/plain;;;(((", "text/plain", id="not even broken ones"),
    ],
)
def test_essence(text: str, expected: str | None) -> None:
    assert essence(text) == expected


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    found = essence(text)
    assert found is None or found.count("/") == 1


@each_row(
    ("value", "last", "first"),
    [
        pytest.param("", "", "", id="empty"),
        pytest.param("nonsense", "", "", id="no slash"),
        pytest.param("*/*", "", "*/*", id="anything"),
        pytest.param("text/", "text/", "", id="half a type"),
        pytest.param("TEXT/html; a=b", "text/html", "text/html", id="with a parameter"),
        pytest.param("text/html x", "text/html", "text/html", id="with something behind it"),
        pytest.param("text/html, text/css", "text/css", "text/html", id="two"),
        pytest.param("text/html,", "text/html", "text/html", id="one and nothing"),
        pytest.param("text/html, nonsense", "text/html", "text/html", id="one and nonsense"),
        pytest.param("nonsense, text/html", "text/html", "", id="nonsense and one"),
    ],
)
def test_which_type_counts(value: str, last: str, first: str) -> None:
    assert (extracted(value), extracted(value, first=True)) == (last, first)
