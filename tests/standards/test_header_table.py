"""The order in which Chromium walks headers, held against the order in which it wrote them on the wire."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Call
from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.fetching import fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.header_table import table_order
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Outcome, Refusal
from tests.rows import each_row

ON_THE_WIRE = [
    (True, "authorization x-api-key x-trace-id content-type rtt"),
    (True, "authorization ect x-requested-with accept content-type"),
    (True, "authorization accept-language x-trace-id content-type"),
    (True, "accept-language traceparent accept content-type"),
    (True, "accept-language x-trace-id content-type rtt"),
    (True, "x-requested-with content-type x-api-key"),
    (True, "traceparent accept-language content-type"),
    (True, "accept-language accept"),
    (True, "traceparent content-type"),
    (False, "content-type authorization"),
    (False, "accept x-api-key x-trace-id"),
    (False, "x-requested-with content-type x-api-key"),
    (False, "authorization x-long content-type"),
]
"""As Chromium 156 sent them: client hints among them (a secure target) or not."""


@each_row(("with_hints", "wire"), ON_THE_WIRE, ids=[f"{wire} {hints}" for hints, wire in ON_THE_WIRE])
def test_names_stand_as_chromium_wrote_them(with_hints: bool, wire: str) -> None:
    names = wire.split()
    assert table_order(sorted(names), with_hints=with_hints) == tuple(names)


def test_the_engines_own_headers_change_the_order_of_the_authors() -> None:
    """A secure target brings three more into the table, and with them a larger table."""
    names = ("authorization", "content-type")
    assert table_order(names, with_hints=True) != table_order(names, with_hints=False)


NAMES = st.lists(st.text("abcdefghijklmnopqrstuvwxyz-é", min_size=1, max_size=70), max_size=40)


@given(NAMES, st.booleans())
def test_every_name_stands_once_however_the_author_ordered_them(names: list[str], with_hints: bool) -> None:
    order = table_order(names, with_hints=with_hints)
    assert sorted(order) == sorted(set(names))
    assert table_order(reversed(names), with_hints=with_hints) == order


@pytest.mark.parametrize(
    ("departures", "named"),
    [
        pytest.param(NO_DEPARTURES, "content-type", id="the standard takes the sorted first"),
        pytest.param(
            frozenset({Departure.NAMES_HEADERS_IN_TABLE_ORDER}),
            "x-requested-with",
            id="Chromium the first of its table",
        ),
    ],
)
def test_of_several_headers_not_allowed_one_is_named(departures: Departures, named: str) -> None:
    """Over TLS, with a JSON body: what Chromium 156 printed was x-requested-with."""
    headers = HeaderList((("X-Requested-With", "1"), ("Content-Type", "application/json")))
    call = Call(url="https://api.example.test/", origin="https://app.example.test", method="PUT", headers=headers)
    fetching = fetch(call.request(), departures)
    next(fetching)
    allowed = HeaderList((("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Methods", "PUT")))
    with pytest.raises(StopIteration) as ended:
        fetching.send(Response(204, allowed))
    outcome: Outcome = ended.value.value
    assert outcome.failure is not None
    assert (outcome.failure.refusal, outcome.failure.about) == (Refusal.HEADER_NOT_ALLOWED, named)


def test_no_name_is_no_order() -> None:
    assert table_order((), with_hints=True) == ()
