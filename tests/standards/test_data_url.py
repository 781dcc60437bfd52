"""data: URLs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.data_url import data_url_response
from cors_tui.standards.departures import NO_DEPARTURES, Departure
from cors_tui.standards.request import Initiator
from cors_tui.standards.url import parse_url
from tests.standards.making import asks, ends, refusal, url


@pytest.mark.parametrize(
    ("text", "kind", "body"),
    [
        pytest.param("data:,a%20b#f", "text/plain;charset=US-ASCII", "a b", id="no type"),
        pytest.param("data:;charset=utf-8,x", "text/plain;charset=utf-8", "x", id="parameters only"),
        pytest.param("data:nonsense,x", "text/plain;charset=US-ASCII", "x", id="no type at all"),
        pytest.param("data:text/html;base64,aGk", "text/html", "hi", id="base64 without padding"),
    ],
)
def test_what_they_hold(text: str, kind: str, body: str) -> None:
    response = data_url_response(url(text), Initiator.FETCH, NO_DEPARTURES)
    assert response is not None
    assert (response.headers.get("content-type"), response.body) == (kind, body)


@pytest.mark.parametrize("text", ["data:text/plain", "data:;base64,%%%"])
def test_what_holds_nothing(text: str) -> None:
    assert data_url_response(url(text), Initiator.FETCH, NO_DEPARTURES) is None
    assert refusal(ends(asks(text))) == "url-invalid"


def test_fetching_one_asks_no_server_and_is_same_origin() -> None:
    outcome = ends(asks("data:text/plain,x"))
    assert (outcome.resolved, outcome.allowed, outcome.exchanges) == (True, False, ())
    assert outcome.visible_headers == ("content-type",)
    lengthy = ends(asks("data:text/plain,x"), departures=frozenset({Departure.DATA_URLS_HAVE_LENGTH}))
    assert lengthy.visible_headers == ("content-length", "content-type")
    xhr = asks("data:text/plain,x", initiator=Initiator.XHR)
    assert ends(xhr, departures=frozenset({Departure.DATA_URLS_HAVE_LENGTH})).visible_headers == ("content-type",)


@given(st.text())
def test_none_makes_it_raise(rest: str) -> None:
    parsed = parse_url(f"data:{rest}")
    assert parsed is not None
    data_url_response(parsed, Initiator.FETCH, NO_DEPARTURES)


@pytest.mark.parametrize(
    ("initiator", "departures", "seen"),
    [
        pytest.param(Initiator.FETCH, {Departure.DATA_URLS_KEEP_CAPITALS}, ("content-type",), id="not to fetch"),
        pytest.param(Initiator.XHR, NO_DEPARTURES, ("content-type",), id="not by the standard"),
        pytest.param(Initiator.XHR, {Departure.DATA_URLS_KEEP_CAPITALS}, ("Content-Type",), id="as it was written"),
    ],
)
def test_the_name_that_script_is_told(initiator: Initiator, departures: set[Departure], seen: tuple[str, ...]) -> None:
    request = asks("data:,x", initiator=initiator)
    assert ends(request, departures=frozenset(departures)).visible_headers == seen
