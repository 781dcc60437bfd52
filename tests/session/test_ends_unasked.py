"""Which calls every browser refuses by itself, so that nothing has to be sent to judge them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Call, Case
from cors_tui.session.asking import ends_unasked
from cors_tui.session.judging import Word, judge
from tests.session.cases import ALLOW_ORIGIN, GET, PUT, answered, response

SENT = {
    "a request that goes out at once": GET,
    "a request behind a preflight": PUT,
    "no URL yet": replace(GET, url=" "),
    "no page yet": replace(GET, origin=""),
    "what only Safari refuses": replace(GET, url="http://localhost:8000/", origin="https://localhost:3000"),
}
REFUSED = {
    "a URL without a scheme": replace(GET, url="localhost:8000/users"),
    "a URL that is none": replace(GET, url="http://a b/"),
    "a password in the URL": replace(GET, url="https://ada:secret@api.example.com/"),
    "a GET with a body": replace(GET, body="{}"),
    "a method that no page may send": replace(GET, method="TRACE"),
    "another service's port": replace(GET, url="http://localhost:6000/"),
}


@pytest.mark.parametrize("call", SENT.values(), ids=SENT)
def test_something_is_to_be_sent_or_still_to_be_typed(call: Call) -> None:
    assert not ends_unasked(Case(call))


def test_what_was_sent_already_was_not_refused_by_the_browser_itself() -> None:
    assert not ends_unasked(answered(GET, response(200, ALLOW_ORIGIN)))


@pytest.mark.parametrize("call", REFUSED.values(), ids=REFUSED)
def test_every_browser_refuses_it_by_itself(call: Call) -> None:
    assert ends_unasked(Case(call))
    assert {verdict.word for verdict in judge(Case(call)).verdicts.values()} == {Word.BLOCKED}
