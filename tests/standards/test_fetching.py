"""The main path: the generator, its drivers, and that nothing makes it raise."""

from __future__ import annotations

from collections.abc import Hashable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.fetching import Pending, drive, fetch, replay
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import (
    AddressSpace,
    Body,
    CredentialsMode,
    Initiator,
    Mode,
    Page,
    RedirectMode,
    Request,
    Role,
    WireRequest,
)
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Outcome, ResponseType
from tests.standards.bodies import FONT
from tests.standards.making import API, PAGE, allows, asks, ends, page, refusal, says, sent

ALL: Departures = frozenset(Departure)


@pytest.mark.parametrize(
    ("target", "mode", "kind", "allowed"),
    [
        pytest.param(f"{PAGE}/x", Mode.CORS, ResponseType.BASIC, False, id="same origin is basic, not allowed by CORS"),
        pytest.param(API, Mode.NO_CORS, ResponseType.OPAQUE, False, id="no-cors is opaque"),
        pytest.param(API, Mode.CORS, ResponseType.CORS, True, id="cors"),
    ],
)
def test_types(target: str, mode: Mode, kind: ResponseType, allowed: bool) -> None:
    outcome = ends(asks(target, mode=mode), allows())
    assert (outcome.resolved, outcome.type, outcome.allowed) == (True, kind, allowed)


@pytest.mark.parametrize("status", [200, 204, 304, 400, 404, 500, 599])
def test_any_status_with_permission_is_readable(status: int) -> None:
    assert ends(asks(), says(status, allows().headers.pairs)).allowed
    assert refusal(ends(asks(), says(status))) == "allow-origin-missing"


def test_a_network_error_ends_it_where_it_happens() -> None:
    error = NetworkError(NetworkFailure.CONNECTION_REFUSED)
    outcome = ends(asks(method="PUT"), error)
    assert (refusal(outcome), sent(outcome)) == ("network", ["OPTIONS"])
    assert outcome.failure is not None
    assert (outcome.failure.got, outcome.failure.answer) == ("connection refused", error)
    assert outcome.failure.in_preflight


def test_the_failure_names_the_hop_and_where_it_was_redirected_from() -> None:
    away = says(302, {"Access-Control-Allow-Origin": "*", "Location": "https://third.example/"})
    failure = ends(asks(), away, allows()).failure
    assert failure is not None
    assert (failure.url, failure.redirected_from, failure.request_origin) == ("https://third.example/", API, "null")
    assert failure.request is not None
    assert failure.request.hop == 1


def test_what_stops_a_redirect_before_it_is_sent_is_not_judged_by_an_exchange() -> None:
    down = says(302, {"Access-Control-Allow-Origin": "*", "Location": "http://third.example/"})
    failure = ends(asks(), down).failure
    assert failure is not None
    assert (failure.refusal.value, failure.request, failure.answer) == ("mixed-content", None, None)


def test_fonts_need_no_cors_in_one_engine() -> None:
    font = asks(initiator=Initiator.FONT)
    assert refusal(ends(font, says())) == "allow-origin-missing"
    file = says(body=FONT)
    assert ends(font, file, departures=frozenset({Departure.FONTS_WITHOUT_CORS})).type is ResponseType.OPAQUE


def test_driving_stops_at_the_first_unknown_answer() -> None:
    def only_preflights(wire: WireRequest) -> Answer | None:
        return allows(Allow_Methods="DELETE") if wire.role is Role.PREFLIGHT else None

    pending = drive(fetch(asks(method="DELETE"), NO_DEPARTURES), only_preflights)
    assert isinstance(pending, Pending)
    assert (pending.request.method, [wire.method for wire in pending.sent]) == ("DELETE", ["OPTIONS"])


def test_replaying_needs_the_same_key() -> None:
    request = asks(sets={"X-Key": "1"})
    pending = replay(request, NO_DEPARTURES, {})
    assert isinstance(pending, Pending)
    preflight = pending.request
    then = replay(request, NO_DEPARTURES, {preflight.key: allows(Allow_Headers="*")})
    assert isinstance(then, Pending)
    assert then.request.role is Role.ACTUAL
    known: dict[Hashable, Answer] = {preflight.key: allows(Allow_Headers="*"), then.request.key: allows()}
    ended = replay(request, NO_DEPARTURES, known)
    assert isinstance(ended, Outcome)
    assert ended.allowed
    assert isinstance(replay(asks(sets={"X-Key": "2"}), NO_DEPARTURES, known), Pending)


TEXT = st.text(max_size=30)
NAME = st.one_of(TEXT, st.sampled_from(["Accept", "Range", "Content-Type", "Location", "Set-Cookie", "Origin"]))
SERVERS_NAME = st.one_of(
    TEXT,
    st.sampled_from(["Origin", "Credentials", "Methods", "Headers", "Private-Network"]).map(
        "Access-Control-Allow-".__add__
    ),
    st.sampled_from(["Access-Control-Max-Age", "Access-Control-Expose-Headers", "Location", "Content-Type"]),
)
SERVERS_VALUE = st.one_of(TEXT, st.sampled_from(["*", PAGE, "true", "PUT, *", "/2", "https://third.example/", "600"]))
TARGETS = st.one_of(
    TEXT, TEXT.map("https://a.example/".__add__), TEXT.map("https://".__add__), st.sampled_from([API, PAGE, "data:,x"])
)
ANSWERS = st.one_of(
    st.sampled_from(NetworkFailure).map(NetworkError),
    st.builds(
        Response,
        st.sampled_from([200, 204, 301, 302, 303, 307, 401, 404, 407, 999]),
        st.lists(st.tuples(SERVERS_NAME, SERVERS_VALUE), max_size=6).map(HeaderList.of),
        body=TEXT,
        body_complete=st.booleans(),
        leniencies=st.frozensets(st.sampled_from(["bare-cr", "space-before-colon", "icy", "no such"]), max_size=2),
    ),
)


@st.composite
def requests(draw: st.DrawFn) -> Request:
    target = draw(TARGETS)
    policy = draw(st.lists(st.tuples(st.sampled_from(["Content-Security-Policy", "X"]), TEXT), max_size=1))
    client = page(
        draw(st.sampled_from([PAGE, "null", "http://localhost:3000"])),
        headers=HeaderList.of(policy),
        address_space=draw(st.sampled_from(AddressSpace)),
    )
    return Request(
        Page(client.origin, client.url, client.headers, client.address_space),
        parse_url(target),
        target,
        method=draw(st.one_of(TEXT, st.sampled_from(["GET", "POST", "PUT"]))),
        headers=draw(st.lists(st.tuples(NAME, TEXT), max_size=4).map(HeaderList.of)),
        body=draw(st.sampled_from([None, Body("x"), Body("\u20ac", "a/b")])),
        credentials_mode=draw(st.sampled_from(CredentialsMode)),
        mode=draw(st.sampled_from(Mode)),
        redirect_mode=draw(st.sampled_from(RedirectMode)),
        initiator=draw(st.sampled_from(Initiator)),
        integrity=draw(st.sampled_from(["", "sha256-x", "sha512-AA=="])),
        target_address_space=draw(st.one_of(st.none(), TEXT)),
    )


@settings(max_examples=500, deadline=None)
@given(requests(), st.lists(ANSWERS, min_size=1, max_size=4), st.sampled_from([NO_DEPARTURES, ALL]))
def test_nothing_a_page_or_a_server_says_makes_it_raise(
    request: Request, answers: list[Answer], departures: Departures
) -> None:
    outcome = ends(request, *answers, departures=departures)
    assert sum([outcome.resolved, outcome.asks, outcome.failure is not None]) == 1
    assert len(outcome.exchanges) <= 42
