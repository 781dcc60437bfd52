"""Whether the extra query value changes the answer by itself: near misses first."""

from __future__ import annotations

import pytest

from cors_tui.case import AS_ASKED, Case, Sighting
from cors_tui.experiments import EXTRA_QUERY, OWN_AGAIN, query_changes_answer
from cors_tui.experiments.query import changed_by_query
from cors_tui.session.asking import pending_requests
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.verdict import Exchange
from tests.experiments.cases import CASES, SIMPLE, preflighted

HTML = HeaderList((("Content-Type", "text/html; charset=utf-8"),))
JSON = HeaderList((("Content-Type", "application/json"),))
CLOSED = NetworkError(NetworkFailure.TIMED_OUT, "10 s went by")


def seen(own: Answer, with_query: Answer, again: Answer | None = None) -> Case:
    """A GET answered `own`, `with_query` with a query value more, and `again` when it was asked once more."""
    own_wire = pending_requests(SIMPLE)[0]
    case = SIMPLE.with_sighting(Sighting(AS_ASKED, (Exchange(own_wire, own),)))
    (fresh_wire,) = EXTRA_QUERY.plan(case)
    case = case.with_sighting(Sighting(EXTRA_QUERY.name, (Exchange(fresh_wire, with_query),)))
    if again is None:
        return case
    return case.with_sighting(Sighting(OWN_AGAIN.name, (Exchange(own_wire, again),)))


SAME: dict[str, tuple[Answer, Answer, Answer | None]] = {
    "the same": (Response(200), Response(200), None),
    "both fail alike": (Response(500), Response(500), None),
    "a stored error, and a good answer past it": (Response(404), Response(200), None),
    "too many requests": (Response(200), Response(429), None),
    "no answer": (Response(200), CLOSED, None),
    "it was chance: asked again it fails too": (Response(200), Response(503), Response(503)),
    "another header only": (Response(200, JSON), Response(200), None),
}
CHANGED: dict[str, tuple[Answer, Answer, Answer | None]] = {
    "a signature no longer fits": (Response(200), Response(403), None),
    "a query that is not known": (Response(200), Response(400), Response(200)),
    "redirected to the URL without it": (Response(200), Response(301), Response(200)),
    "a page instead of data": (Response(200, JSON), Response(200, HTML), None),
    "another error": (Response(401), Response(400), Response(401)),
}


@pytest.mark.parametrize("name", SAME)
def test_what_does_not_come_from_the_query(name: str) -> None:
    assert not query_changes_answer(seen(*SAME[name]))


@pytest.mark.parametrize("name", CHANGED)
def test_an_extra_query_that_changes_the_answer_is_noticed(name: str) -> None:
    case = seen(*CHANGED[name])
    assert query_changes_answer(case)
    changed = changed_by_query(case)
    assert changed is not None
    assert changed.own.response == CHANGED[name][0]
    assert changed.fresh.response == CHANGED[name][1]


def test_nothing_is_known_before_it_is_asked() -> None:
    assert not query_changes_answer(SIMPLE)
    assert EXTRA_QUERY.plan(SIMPLE) == ()


def test_only_a_difference_has_the_own_request_asked_again() -> None:
    assert OWN_AGAIN.plan(seen(*SAME["the same"])) == ()
    case = seen(*CHANGED["another error"])
    assert OWN_AGAIN.plan(case) == (case.exchanges(AS_ASKED)[0].request,)


def test_a_preflight_is_compared_with_a_preflight() -> None:
    case = preflighted()
    (wire,) = EXTRA_QUERY.plan(case)
    assert wire.method == "OPTIONS"
    refused = Sighting(EXTRA_QUERY.name, (Exchange(wire, Response(404)),))
    assert query_changes_answer(case.with_sighting(refused))


def test_an_unsafe_request_without_a_preflight_has_nothing_to_compare() -> None:
    assert EXTRA_QUERY.plan(CASES["a post"]) == ()


def test_a_request_that_got_no_answer_is_not_asked_about() -> None:
    own_wire = pending_requests(SIMPLE)[0]
    assert EXTRA_QUERY.plan(SIMPLE.with_sighting(Sighting(AS_ASKED, (Exchange(own_wire, CLOSED),)))) == ()
