"""What was not asked is said: held back for the query's sake, or at the server's own wish."""

from __future__ import annotations

import pytest

from cors_tui.case import AS_ASKED, Case, Sighting
from cors_tui.experiments import EXTRA_QUERY
from cors_tui.experiments.making import OWN_URL
from cors_tui.session.unasked import held_back_sentence, not_asked_sentence
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange
from tests.session.cases import GET, answered, response

HTML = Response(200, HeaderList((("Content-Type", "text/html"),)))


def with_a_query(own: Response, fresh: Response) -> Case:
    case = answered(GET, own)
    (wire,) = EXTRA_QUERY.plan(case)
    return case.with_sighting(Sighting(EXTRA_QUERY.name, (Exchange(wire, fresh),)))


@pytest.mark.parametrize(
    ("fresh", "words"),
    [
        pytest.param(Response(403), "the request is answered 403 instead of 200", id="another status"),
        pytest.param(HTML, "200 (a page) instead of 200", id="a page"),
    ],
)
def test_what_was_held_back_is_said_with_its_reason_and_number(fresh: Response, words: str) -> None:
    said = held_back_sentence(with_a_query(response(200), fresh))
    assert words in said
    assert "questions that would carry one were held back" in said


def test_where_nothing_changes_nothing_is_said() -> None:
    assert held_back_sentence(with_a_query(response(200), Response(200))) == ""
    assert held_back_sentence(answered(GET, response(200))) == ""


def test_after_a_yes_nothing_is_held_back() -> None:
    assert held_back_sentence(with_a_query(response(200), Response(403)).with_consent(OWN_URL)) == ""


def test_what_a_server_wanted_no_more_of_is_said() -> None:
    case = with_a_query(response(200), Response(429))
    assert "not asked" in not_asked_sentence(case)
    assert not_asked_sentence(with_a_query(response(200), Response(200))) == ""


def test_a_first_answer_of_429_leaves_nothing_unsaid() -> None:
    """Its cause says it all; no experiment was begun."""
    case = answered(GET, response(429))
    assert set(case.seen) == {AS_ASKED}
    assert not_asked_sentence(case) == ""
