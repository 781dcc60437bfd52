"""Who asks: cookies and HTTP authentication are credentials, a bearer header is a header."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.guide.questions.carried import QUESTION
from cors_tui.standards.request import CredentialsMode

ANSWERS = [
    ("none", CredentialsMode.SAME_ORIGIN, False),
    ("bearer", CredentialsMode.SAME_ORIGIN, True),
    ("cookies", CredentialsMode.INCLUDE, False),
    ("http-auth", CredentialsMode.INCLUDE, False),
]


@pytest.mark.parametrize(("answer", "mode", "header"), ANSWERS, ids=[row[0] for row in ANSWERS])
@pytest.mark.parametrize("before", ["", *[row[0] for row in ANSWERS]], ids=lambda name: f"after {name or 'nothing'}")
def test_an_answer_sets_the_mode_and_the_header(before: str, answer: str, mode: CredentialsMode, header: bool) -> None:
    """The last answer counts, whatever was chosen before."""
    case = QUESTION.answer(Case(), before) if before else Case()
    case = QUESTION.answer(case, answer)
    assert case.call.credentials is mode
    assert ("authorization" in case.call.headers) is header
    assert QUESTION.read(case) == answer


def test_a_header_that_the_person_typed_is_not_touched() -> None:
    """Choosing 'nothing' takes away only the placeholder that 'bearer' put there."""
    from cors_tui.guide.questions.headers import QUESTION as HEADERS

    typed = HEADERS.answer(Case(), "Authorization: Bearer mine")
    assert QUESTION.read(typed) == "bearer"
    for answer in ("bearer", "none", "cookies"):
        assert QUESTION.answer(typed, answer).call.headers.get("authorization") == "Bearer mine"
