"""Questions: every one can be asked of every case, and an answer is never lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Case
from cors_tui.guide.question import Kind, Question, known_questions
from cors_tui.guide.tree import STEPS
from tests.rows import each_row

QUESTIONS = known_questions()


@each_row("question", QUESTIONS.values(), ids=lambda question: question.name)
def test_a_question_is_named_like_its_file_and_asks_something(question: Question) -> None:
    """The registry's name is the file's; the words end like sentences."""
    assert question.asks.endswith("?")
    assert question.why.endswith(".")
    assert (question.kind is Kind.CHOICE) == (not question.placeholder)


def test_every_question_of_the_tree_exists_and_every_question_is_asked() -> None:
    """The table and the folder hold the same questions."""
    asked = {name for step in STEPS for name in step.asks}
    assert asked == set(QUESTIONS)


@given(st.sampled_from(sorted(QUESTIONS)), st.text(max_size=60))
def test_any_text_can_be_answered(name: str, text: str) -> None:
    """No answer raises, whatever was typed, and neither does looking at what came of it."""
    question = QUESTIONS[name]
    after = question.answer(Case(), text)
    question.read(after)
    question.fault(after)
    question.choices(after)


@given(st.sampled_from([q for q in QUESTIONS.values() if q.kind is Kind.TEXT]), st.text(max_size=60))
def test_typed_text_comes_back_as_typed(question: Question, text: str) -> None:
    """What was typed into a line is kept, but for the space around it."""
    assert question.read(question.answer(Case(), text)) == text.strip()
