"""The URL question: what is typed is what is called."""

from __future__ import annotations

from cors_tui.case import AS_ASKED, Case, Sighting
from cors_tui.guide.questions.url import QUESTION


def test_space_around_the_url_is_no_part_of_it() -> None:
    """People copy with a space or two."""
    case = QUESTION.answer(Case(), "  https://api.example.com/ ")
    assert case.call.url == "https://api.example.com/"
    assert QUESTION.read(case) == "https://api.example.com/"


def test_another_url_forgets_what_the_old_one_answered() -> None:
    """What was seen belongs to the old URL; the same URL again keeps it."""
    seen = QUESTION.answer(Case(), "https://a.example/").with_sighting(Sighting(AS_ASKED, ()))
    assert not QUESTION.answer(seen, "https://b.example/").seen
    assert QUESTION.answer(seen, "https://a.example/").seen


def test_a_faulty_url_gets_its_sentence_and_is_kept() -> None:
    """Typed text is never lost."""
    case = QUESTION.answer(Case(), "api.example.com/users")
    assert QUESTION.fault(case)
    assert QUESTION.read(case) == "api.example.com/users"
