"""The framework question offers what there is."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.fixes.framework import known_frameworks
from cors_tui.guide.questions.framework import QUESTION


def test_every_known_framework_is_offered() -> None:
    """The folder is the list, here as well."""
    assert [choice.value for choice in QUESTION.choices(Case())] == list(known_frameworks())


def test_the_choice_is_kept_beside_the_call() -> None:
    """Changing the framework asks nothing anew."""
    case = QUESTION.answer(Case(), "express")
    assert QUESTION.read(case) == "express"
    assert case.call == Case().call
