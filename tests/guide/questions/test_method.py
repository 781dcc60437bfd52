"""The method question keeps the case it was typed in."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.guide.questions.method import QUESTION


@pytest.mark.parametrize("method", ["GET", "patch", "PURGE", ""])
def test_the_method_is_kept_as_typed(method: str) -> None:
    """patch is not PATCH: upper case is the standard's business, not the form's."""
    assert QUESTION.answer(Case(), method).call.method == method


def test_a_method_no_page_may_use_is_said() -> None:
    """CONNECT, TRACE and TRACK throw."""
    assert "TRACE" in QUESTION.fault(QUESTION.answer(Case(), "TRACE"))
    assert not QUESTION.fault(QUESTION.answer(Case(), "DELETE"))
