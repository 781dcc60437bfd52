"""Is something in front?"""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.guide import tree
from cors_tui.guide.questions.cdn import QUESTION


def test_only_a_no_leaves_the_step_out() -> None:
    """Not knowing is a reason to look."""
    left_out = [
        c.value
        for c in QUESTION.choices(Case())
        if tree.after("credentials", QUESTION.answer(Case(), c.value)) != "cdn"
    ]
    assert left_out == ["no"]


def test_the_answer_does_not_touch_the_call() -> None:
    """What was seen stays."""
    assert QUESTION.answer(Case(), "yes").call == Case().call
    assert QUESTION.read(QUESTION.answer(Case(), "yes")) == "yes"
