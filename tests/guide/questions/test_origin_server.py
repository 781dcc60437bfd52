"""The origin server's address: HOST:PORT, and nothing else."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.guide.questions.origin_server import QUESTION

GOOD = ["", "10.0.0.5:8080", "localhost:1", "[::1]:443", "origin.example.com:65535"]
BAD = ["10.0.0.5", "http://10.0.0.5:8080", "host:0", "host:65536", "host:port", "::1:80", "a b:80", "user@host:80"]


@pytest.mark.parametrize("text", GOOD)
def test_an_address_has_no_fault(text: str) -> None:
    """Empty is allowed: not everybody can reach it."""
    assert not QUESTION.fault(QUESTION.answer(Case(), text))


@pytest.mark.parametrize("text", BAD)
def test_anything_else_is_told_what_is_wanted(text: str) -> None:
    """The sentence says the form, with an example."""
    assert "HOST:PORT" in QUESTION.fault(QUESTION.answer(Case(), text))
