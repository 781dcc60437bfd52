"""never-sent: the near misses that are something else, and what must be found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Call
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.never_sent import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.session.judging import judge
from cors_tui.standards.request import Mode


def refused(asked: Call) -> Facts:
    return facts(asked, actual=answer(200, *allows()))


NEAR_MISSES: dict[str, Facts] = {
    "nothing is written yet": refused(call(url="")),
    "a port that browsers use": refused(call(url="http://localhost:8080/users")),
    "mode same-origin within its origin": refused(
        replace(call(origin="https://api.example.com"), mode=Mode.SAME_ORIGIN)
    ),
    "a scheme that is not http": refused(call(url="localhost:8000/users")),
    "it was sent and refused": facts(call(), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a port of X11": (CAUSE.example(), Certainty.PROVEN, "never connect to this port"),
    "a password in the URL": (refused(call(url="https://u:p@api.example.com/")), Certainty.PROVEN, "user name"),
    "no URL": (refused(call(url="https://[")), Certainty.PROVEN, "does not parse"),
    "TRACE": (refused(call("TRACE")), Certainty.PROVEN, "forbidden to every page"),
    "GET with a body": (refused(call(body="a")), Certainty.PROVEN, "GET or HEAD a body"),
    "a method of two words": (refused(call("GET IT")), Certainty.PROVEN, "The method is none"),
    "no-cors with PUT": (refused(replace(call("PUT"), mode=Mode.NO_CORS)), Certainty.PROVEN, "GET, HEAD and POST"),
    "mode same-origin": (refused(replace(call(), mode=Mode.SAME_ORIGIN)), Certainty.PROVEN, "to another origin"),
}
REMEDIES = {
    "a port of X11": Remedy.START_SERVER,
    "a password in the URL": Remedy.CHANGE_URL,
    "TRACE": Remedy.CHANGE_REQUEST,
}


@pytest.mark.parametrize("name", REMEDIES)
def test_what_helps_is_where_the_rule_is_broken(name: str) -> None:
    finding = CAUSE.detect(FOUND[name][0])
    assert finding is not None
    assert finding.remedies[0] is REMEDIES[name]


def test_the_password_is_not_shown() -> None:
    finding = CAUSE.detect(refused(call(url="https://u:secret@api.example.com/")))
    assert finding is not None
    assert "secret" not in finding.evidence[0].quote


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_is_something_else(name: str) -> None:
    assert CAUSE.detect(NEAR_MISSES[name]) is None


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_with_its_certainty_and_says_what_it_saw(name: str) -> None:
    seen, certainty, words = FOUND[name]
    finding = CAUSE.detect(seen)
    assert finding is not None
    assert finding.certainty is certainty
    assert words in finding.says


def test_0_0_0_0_is_named_with_the_browsers_that_refuse_it() -> None:
    asked = call(url="http://0.0.0.0:8000/users", origin="http://localhost:3000")
    first = judge(facts(asked, actual=answer(200, *allows("http://localhost:3000"))).case).diagnosis.findings[0]
    assert first.cause == CAUSE.name
    assert first.says.endswith("write localhost or 127.0.0.1 instead. Firefox and Safari send nothing.")
