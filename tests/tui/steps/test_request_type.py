"""Step 2: the sentence, and a line for the method and each header."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Case
from cors_tui.standards.header_list import HeaderList
from cors_tui.tui.steps.request_type import above, below
from cors_tui.tui.view import View
from tests.tui.judged_cases import CALL, PUT


def test_the_sentence_says_what_the_browser_does_first() -> None:
    """Simple or preflighted."""
    assert above(View(Case(CALL))).plain.startswith("Simple")
    assert above(View(Case(PUT))).plain.startswith("Preflighted")


def test_each_part_has_its_sign_and_its_reason() -> None:
    """What needs a preflight carries !, what does not =."""
    call = replace(PUT, headers=HeaderList((("Accept", "*/*"), ("X-Mine", "1"))))
    rows = below(View(Case(call))).plain.splitlines()
    assert [row[0] for row in rows] == ["!", "=", "!"]
    assert "only GET, HEAD and POST" in rows[0]


@pytest.mark.parametrize("width", [80, 140])
def test_a_line_fits_and_masks(width: int) -> None:
    """In 80 columns as well; a token is not shown."""
    text = below(View(Case(PUT), width=width)).plain
    assert "abc123" not in text
    assert max(map(len, text.splitlines())) <= View(Case(), width=width).content_width + 1
    assert "abc123" in below(View(Case(PUT), width=140, revealed=True)).plain
