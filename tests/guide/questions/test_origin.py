"""The origin question: exactly as in the address bar, with the usual development ports offered."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.guide.questions.origin import QUESTION
from cors_tui.standards.url import parse_url

OFFERED = [choice.value for choice in QUESTION.choices(Case())]


@pytest.mark.parametrize("origin", OFFERED)
def test_every_offered_origin_is_one_and_has_no_fault(origin: str) -> None:
    """What is offered can be chosen."""
    case = QUESTION.answer(Case(), origin)
    assert case.call.origin == origin
    parsed = parse_url(origin)
    assert origin == "null" or (parsed is not None and str(parsed.origin) == origin)


@pytest.mark.parametrize("port", ["3000", "5173", "4200", "8080"])
def test_the_usual_development_ports_are_offered(port: str) -> None:
    """React, Vite, Angular, Vue."""
    assert f"http://localhost:{port}" in OFFERED


def test_an_origin_with_a_path_gets_a_sentence() -> None:
    """An origin ends at the port."""
    assert QUESTION.fault(QUESTION.answer(Case(), "https://app.example.com/login"))
