"""Methods: normalized, safelisted, forbidden."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.infra import is_token
from cors_tui.standards.method import is_forbidden_method, is_safelisted_method, normalize_method
from tests.rows import each_row

ROWS = [
    json.loads(line) for line in (Path(__file__).parents[1] / "truth" / "methods.jsonl").read_text("utf-8").splitlines()
]


@each_row("row", ROWS, ids=[ascii(row["method"]) for row in ROWS])
def test_every_row_of_the_standards_own_table(row: dict[str, Any]) -> None:
    method = row["method"]
    normalized = normalize_method(method)
    assert normalized == row["normalized"]
    assert is_safelisted_method(normalized) is row["safelisted"]
    assert is_safelisted_method(method) is row["safelisted_without_normalizing"]
    assert is_forbidden_method(method) is row["forbidden"]
    assert is_token(method) is row["valid"]


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 80


@given(st.text())
def test_only_six_methods_ever_change(method: str) -> None:
    """Unicode has letters whose upper case is ASCII (ſ, ı): they must not become a method."""
    normalized = normalize_method(method)
    assert normalized == method or (method.isascii() and normalized == method.upper())
