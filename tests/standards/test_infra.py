"""Tokens, whitespace and header values."""

from __future__ import annotations

import pytest

from cors_tui.standards.infra import byte_lower, byte_upper, is_header_value, is_latin1, is_token, normalize_value


@pytest.mark.parametrize("text", ["", "a b", "a:b", "é", "a,b", '"a"', "a\n"])
def test_what_is_no_token(text: str) -> None:
    assert not is_token(text)


@pytest.mark.parametrize("text", ["GET", "x-a", "!#$%&'*+-.^_`|~0"])
def test_tokens(text: str) -> None:
    assert is_token(text)


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        pytest.param(" a", False, id="not normalized"),
        pytest.param("a\x00", False, id="NUL"),
        pytest.param("a\nb", False, id="line break"),
        pytest.param("\u20ac", False, id="no byte"),
        pytest.param("", True, id="empty"),
        pytest.param("a\x0b\x7f", True, id="other controls are allowed"),
        pytest.param("\xe9", True, id="a high byte"),
    ],
)
def test_header_values(value: str, valid: bool) -> None:
    assert is_header_value(value) is valid


def test_normalizing_trims_http_whitespace_only() -> None:
    assert normalize_value("\r\n\t a\x0b \t") == "a\x0b"


def test_case_is_folded_by_byte() -> None:
    """The Kelvin sign and the long s have ASCII letters as their lower or upper case in Unicode."""
    assert byte_lower("ABC\u212a") == "abc\u212a"
    assert byte_upper("abc\u017f") == "ABC\u017f"


def test_latin1() -> None:
    assert is_latin1("\xff")
    assert not is_latin1("\u0100")
