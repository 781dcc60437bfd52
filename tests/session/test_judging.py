"""The judgement of a case: each browser's word, and every fault with the browsers that stop at it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import ACTUAL_ANYWAY, Call, Case, Sighting
from cors_tui.session.judging import Judgement, Word, judge
from cors_tui.session.mending import behind_preflights
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.request import Mode
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure
from cors_tui.standards.verdict import Exchange
from tests.session.cases import ALLOW_ORIGIN, ALLOW_PUT, ALLOW_TYPE, API, APP, GET, PUT, answered, response

ALLOWED, BLOCKED, UNDECIDED, UNREACHABLE, NOT_ASKED = (
    Word.ALLOWED,
    Word.BLOCKED,
    Word.UNDECIDED,
    Word.UNREACHABLE,
    Word.NOT_ASKED,
)
REFUSED = NetworkError(NetworkFailure.CONNECTION_REFUSED)

WORDS: list[tuple[str, Call, tuple[Answer, ...], Word]] = [
    ("nothing was asked yet", GET, (), NOT_ASKED),
    ("a GET with the header", GET, (response(200, ALLOW_ORIGIN),), ALLOWED),
    ("a 500 that keeps the header is readable", GET, (response(500, ALLOW_ORIGIN),), ALLOWED),
    ("a GET without the header", GET, (response(200),), BLOCKED),
    ("a good preflight, the PUT not sent", PUT, (response(204, ALLOW_ORIGIN, ALLOW_PUT, ALLOW_TYPE),), UNDECIDED),
    ("a bad preflight decides without the PUT", PUT, (response(405),), BLOCKED),
    ("nobody listens", GET, (REFUSED,), UNREACHABLE),
    ("a same-origin page needs no header", replace(GET, origin="https://api.example.com"), (response(200),), ALLOWED),
    ("an opaque response is not blocked", replace(GET, mode=Mode.NO_CORS), (response(200),), ALLOWED),
]


@pytest.mark.parametrize(("what", "call", "answers", "word"), WORDS, ids=[what for what, *_ in WORDS])
def test_each_browsers_word(what: str, call: Call, answers: tuple[Answer, ...], word: Word) -> None:
    """All three agree in these cases."""
    judgement = judge(answered(call, *answers))
    assert {verdict.word for verdict in judgement.verdicts.values()} == {word}


def test_a_permission_is_asked_for_where_a_person_sits() -> None:
    """A public page that calls this machine: Chromium and Firefox ask, and no header decides it."""
    call = replace(GET, url="http://127.0.0.1:8000/", origin="https://93.184.215.14")
    words = {name: verdict.word for name, verdict in judge(Case(call)).verdicts.items()}
    assert words["chromium"] is Word.ASKS
    assert words["firefox"] is Word.ASKS


def first_stops(judgement: Judgement) -> dict[str, tuple[str, ...]]:
    return {fault.failure.refusal.value: fault.first_in for fault in judgement.faults if fault.first_in}


def test_browsers_stop_at_different_faults_of_one_answer() -> None:
    """A bare 404 to a preflight: WebKit looks at the status first, the others at Allow-Origin."""
    judgement = judge(answered(PUT, response(404)))
    assert first_stops(judgement) == {"allow-origin-missing": ("chromium", "firefox"), "preflight-status": ("webkit",)}


def test_all_faults_of_a_preflight_are_listed_not_only_the_first() -> None:
    """What no browser says yet is said."""
    judgement = judge(answered(PUT, response(405)))
    assert {fault.failure.refusal.value for fault in judgement.faults} == {
        "allow-origin-missing",
        "preflight-status",
        "method-not-allowed",
        "header-not-allowed",
    }


def test_what_the_request_itself_lacks_is_marked_as_next() -> None:
    """A safe request sent although its preflight failed shows what comes next."""
    call = replace(PUT, method="GET", body=None)
    case = answered(call, response(405))
    wire = behind_preflights(call.request(), NO_DEPARTURES, case.known_answer)
    assert wire is not None
    case = case.with_sighting(Sighting(ACTUAL_ANYWAY, (Exchange(wire, response(200)),)))
    judgement = judge(case)
    next_ones = [f.failure for f in judgement.faults if f.is_next]
    assert [(f.refusal.value, f.in_preflight) for f in next_ones] == [("allow-origin-missing", False)]
    assert {verdict.word for verdict in judgement.verdicts.values()} == {BLOCKED}


def test_the_console_says_what_the_browser_prints() -> None:
    """Letter for letter, for the browser that stops there."""
    judgement = judge(answered(GET, response(200)))
    assert judgement.verdicts["chromium"].console[0].text == (
        f"Access to fetch at '{API}' from origin '{APP}' has been blocked by CORS policy: "
        "No 'Access-Control-Allow-Origin' header is present on the requested resource."
    )


def test_an_empty_case_can_be_judged() -> None:
    """Before anything was typed there is nothing wrong and nothing known."""
    judgement = judge(Case())
    assert judgement.diagnosis.findings == ()
