"""What engines load as a font, by its first bytes and its length."""

from __future__ import annotations

import pytest

from cors_tui.standards.font_bytes import is_font
from cors_tui.standards.http1_body import BODY_LIMIT
from tests.rows import each_row
from tests.standards.bodies import FONT, PNG

PACKED = "wOFF" + "\0" * 7 + "\x2c" + "\0" * 32


@each_row(
    ("body", "expected"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("x", False, id="less than four bytes"),
        pytest.param("<!doctype html><p>Not Found", False, id="an error page"),
        pytest.param(PNG, False, id="an image"),
        pytest.param("\0\1\0\0", False, id="the first four bytes alone"),
        pytest.param("\0\1\0\0hello world, hello world", False, id="and junk"),
        pytest.param("\0\1\0\0\0\0" + "\0" * 20, False, id="no tables"),
        pytest.param(FONT[:12], False, id="without its directory"),
        pytest.param(FONT[:-1], False, id="cut off"),
        pytest.param(PACKED[:-1], False, id="packed, and cut off"),
        pytest.param("ttcf", False, id="a collection of nothing"),
        pytest.param("ttcf" + "\0" * 12, True, id="a collection"),
        pytest.param("OTTO" + FONT[4:], True, id="of the other kind of outlines"),
        pytest.param(PACKED, True, id="packed"),
        pytest.param("wOF2" + PACKED[4:], True, id="packed the newer way"),
        pytest.param(FONT, True, id="a font"),
    ],
)
def test_by_its_bytes(body: str, expected: bool) -> None:
    assert is_font(body) is expected


@pytest.mark.parametrize("body", [PACKED, FONT])
def test_what_was_not_kept_is_taken_as_there(body: str) -> None:
    announced = body[:8] + "\x7f" + body[9:20] + "\x7f" + body[21:]
    assert not is_font(announced)
    assert is_font(announced.ljust(BODY_LIMIT, "x"))
