"""Sending an unsafe request: only a yes is a yes."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.guide.questions.send import QUESTION, SEND
from cors_tui.session import asking


@pytest.mark.parametrize("answer", ["", "no", "y", "YES", "maybe"])
def test_anything_but_yes_is_a_no(answer: str) -> None:
    """Also after a yes."""
    assert not QUESTION.answer(Case(), answer).consents
    assert not QUESTION.answer(QUESTION.answer(Case(), "yes"), answer).consents


def test_a_yes_is_the_consent_that_the_session_looks_for() -> None:
    """The same word on both floors."""
    assert QUESTION.answer(Case(), "yes").consents == {asking.SEND} == {SEND}
    assert QUESTION.read(QUESTION.answer(Case(), "yes")) == "yes"
