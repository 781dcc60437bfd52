"""The credentials mode, as the page's code writes it."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.guide.questions.credentials_mode import QUESTION
from cors_tui.standards.request import CredentialsMode


@pytest.mark.parametrize("mode", CredentialsMode, ids=lambda mode: mode.value)
def test_every_mode_can_be_chosen(mode: CredentialsMode) -> None:
    """The three of the standard, and they are all that is offered."""
    assert QUESTION.answer(Case(), mode.value).call.credentials is mode
    assert {choice.value for choice in QUESTION.choices(Case())} == {each.value for each in CredentialsMode}


def test_a_mode_that_is_none_changes_nothing() -> None:
    """Near miss: axios says true."""
    assert QUESTION.answer(Case(), "true") == Case()
