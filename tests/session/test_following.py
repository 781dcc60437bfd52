"""What comes next once the first cause is repaired: near misses first, where nothing is sure and nothing is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import ACTUAL_ANYWAY, Call, Case, Sighting
from cors_tui.session.judging import judge
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange
from tests.session.cases import ALLOW_ORIGIN, ALLOW_PUT, API, APP, GET, PUT, answered, response

WITH_KEY = replace(GET, headers=HeaderList((("X-Api-Key", "k"), ("X-Trace", "1"))))
WITH_COOKIES = replace(GET, credentials=CredentialsMode.INCLUDE)
STAR = ("Access-Control-Allow-Origin", "*")
OTHER = ("Access-Control-Allow-Origin", "https://other.example")
KEY_ALONE = ("Access-Control-Allow-Headers", "x-api-key")


def sent_anyway(case: Case, came: Response) -> Case:
    """With the answer to the safe request that was sent although its preflight failed."""
    url = parse_url(API)
    assert url is not None
    headers = case.call.headers.plus("Origin", APP)
    wire = WireRequest(Role.ACTUAL, 0, "GET", url, headers)
    return case.with_sighting(Sighting(ACTUAL_ANYWAY, (Exchange(wire, came),)))


def next_of(case: Case) -> str:
    return judge(case).diagnosis.findings[0].next


SILENT: dict[str, Case] = {
    "one fault alone": answered(GET, response(200)),
    "no CORS code answered the preflight: what it will list is not known": answered(WITH_KEY, response(405)),
    "the preflight is refused below the CORS code": answered(PUT, response(500)),
    "the list of origins decides about both": sent_anyway(
        answered(WITH_KEY, response(204, ("Access-Control-Allow-Headers", "x-api-key, x-trace"))), response(200)
    ),
    "another program answers": sent_anyway(
        answered(WITH_KEY, response(403, ("Server", "AirTunes/775.3.1"))), response(403, ("Server", "AirTunes/775.3.1"))
    ),
    "a redirect: the other address answers for itself": sent_anyway(
        answered(WITH_KEY, response(307, ("Location", "/users/"))), response(307, ("Location", "/users/"))
    ),
}

SAID: dict[str, tuple[Case, list[str]]] = {
    "the wildcard hides the missing credentials": (
        answered(WITH_COOKIES, response(200, STAR)),
        ["Access-Control-Allow-Credentials"],
    ),
    "another origin hides them, too": (
        answered(WITH_COOKIES, response(200, OTHER)),
        ["of the request itself lacks Access-Control-Allow-Credentials: true"],
    ),
    "a method hides a header": (
        answered(PUT, response(204, ALLOW_ORIGIN, ("Access-Control-Allow-Methods", "POST"))),
        ["does not list content-type"],
    ),
    "authentication at the preflight hides that the request has no header either": (
        sent_anyway(answered(WITH_KEY, response(401)), response(200)),
        ["the answer of the request itself has no Access-Control-Allow-Origin"],
    ),
    "a list that lacks a header hides the request's own two values": (
        sent_anyway(answered(WITH_KEY, response(204, ALLOW_ORIGIN)), response(200, ALLOW_ORIGIN, ALLOW_ORIGIN)),
        ["several values"],
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_where_nothing_is_sure_nothing_is_said(name: str) -> None:
    assert next_of(SILENT[name]) == ""


@pytest.mark.parametrize("name", SAID)
def test_what_will_come_next_is_said_in_its_order(name: str) -> None:
    case, words = SAID[name]
    said = next_of(case)
    places = [said.find(each) for each in words]
    assert -1 not in places
    assert places == sorted(places)


def test_only_the_first_finding_says_it_and_a_cause_that_knows_better_is_left_alone() -> None:
    """Options that nobody answers say by themselves what the request lacks."""
    case = sent_anyway(answered(WITH_KEY, response(405)), response(200))
    first, *others = judge(case).diagnosis.findings
    assert first.cause == "options-not-handled"
    assert "as soon as OPTIONS is answered" in first.next
    assert not [each.next for each in others if each.next]


def test_a_call_that_is_let_in_has_nothing_to_come() -> None:
    assert judge(answered(GET, response(200, ALLOW_ORIGIN))).diagnosis.findings == ()
    assert judge(Case(Call(url=API, origin=APP))).diagnosis.findings == ()
    assert judge(answered(PUT, response(204, ALLOW_ORIGIN, ALLOW_PUT))).diagnosis.findings[0].next == ""
