"""The preflight cache: what is kept, for how long, and for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.fetching import drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.preflight_cache import EMPTY_CACHE, PreflightCache, max_age
from cors_tui.standards.request import CredentialsMode, Request
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Outcome
from tests.rows import each_row
from tests.standards.making import API, PAGE, allows, asks, ends, says, sent

INCLUDE = CredentialsMode.INCLUDE
ALL = allows(Allow_Methods="PUT, DELETE", Allow_Headers="x-key", Allow_Credentials="true", Max_Age="600")
UNPARSABLE: Departures = frozenset({Departure.UNPARSABLE_MAX_AGE_IS_ZERO})
NEGATIVE: Departures = frozenset({Departure.NEGATIVE_MAX_AGE_IS_ZERO})


def after(
    request: Request, answer: Response, cache: PreflightCache = EMPTY_CACHE, departures: Departures = NO_DEPARTURES
) -> Outcome:
    """How `request` ends with what `cache` holds, at a server that always answers `answer`."""
    ended = drive(fetch(request, departures, cache), lambda _wire: answer)
    assert isinstance(ended, Outcome)
    return ended


@pytest.mark.parametrize(
    ("more", "preflighted"),
    [
        pytest.param({"method": "PUT", "sets": {"X-Key": "2"}}, False, id="the same again"),
        pytest.param({"method": "DELETE"}, False, id="another method of the list"),
        pytest.param({"method": "GET", "sets": {"x-KEY": "3"}}, False, id="a safelisted method"),
        pytest.param({"method": "PUT", "sets": {"X-Other": "1"}}, True, id="another header"),
        pytest.param({"method": "PATCH"}, True, id="another method"),
        pytest.param({"target": f"{API}?x=2", "method": "PUT"}, True, id="another query"),
        pytest.param({"at": "https://b.example", "method": "PUT"}, True, id="another page"),
        pytest.param({"method": "PUT", "credentials_mode": INCLUDE}, True, id="now with credentials"),
    ],
)
def test_what_an_answer_serves(more: dict[str, Any], preflighted: bool) -> None:
    first = after(asks(method="PUT", sets={"X-Key": "1"}), ALL)
    again = after(asks(**more), ALL, first.cache)
    assert ("OPTIONS" in sent(again)) is preflighted


def test_an_answer_with_credentials_serves_without() -> None:
    first = after(asks(method="PUT", credentials_mode=INCLUDE), ALL)
    assert sent(after(asks(method="PUT"), ALL, first.cache)) == ["PUT"]


def test_an_old_answer_serves_nothing() -> None:
    kept = after(asks(method="PUT"), ALL).cache
    assert sent(after(asks(method="PUT"), ALL, replace(kept, age=599.0))) == ["PUT"]
    assert sent(after(asks(method="PUT"), ALL, replace(kept, age=600.0))) == ["OPTIONS", "PUT"]


def test_a_kept_star_serves_by_the_standard_and_not_in_one_engine() -> None:
    star = allows(Allow_Methods="*", Allow_Headers="*", Max_Age="600")
    literal: Departures = frozenset({Departure.CACHED_WILDCARD_IS_LITERAL})
    request = asks(method="PUT", sets={"X-Key": "1"})
    assert sent(after(request, star, after(request, star).cache)) == ["PUT"]
    assert sent(after(request, star, after(request, star).cache, literal)) == ["OPTIONS", "PUT"]


def test_a_kept_star_never_covers_authorization() -> None:
    covers: Departures = frozenset({Departure.WILDCARD_COVERS_AUTHORIZATION})
    star = allows(Allow_Headers="*", Max_Age="600")
    request = asks(sets={"Authorization": "t"})
    kept = after(request, star, departures=covers).cache
    assert sent(after(request, star, kept, covers)) == ["OPTIONS", "GET"]


def test_a_failed_request_clears_its_entries_but_not_in_one_engine() -> None:
    keeps: Departures = frozenset({Departure.FAILURE_KEEPS_CACHE})
    kept = after(asks(method="PUT"), ALL).cache
    assert after(asks(method="PUT"), says(200), kept).cache.entries == ()
    assert after(asks(method="PUT"), says(200), kept, keeps).cache == kept


@pytest.mark.parametrize(
    ("more", "departure", "again"),
    [
        pytest.param({"cache_mode": "force-cache"}, Departure.UNCACHED_REQUESTS_PREFLIGHT, False, id="force-cache"),
        pytest.param({"cache_mode": "no-cache"}, Departure.UNCACHED_REQUESTS_PREFLIGHT, False, id="no-cache, Firefox"),
        pytest.param({"cache_mode": "no-cache"}, Departure.VALIDATED_REQUESTS_PREFLIGHT, True, id="no-cache, Chromium"),
        pytest.param({"cache_mode": "reload"}, Departure.UNCACHED_REQUESTS_PREFLIGHT, True, id="reload"),
        pytest.param({"sets": {"If-Match": "a"}}, Departure.UNCACHED_REQUESTS_PREFLIGHT, True, id="a condition"),
        pytest.param(
            {"sets": {"Pragma": "no-cache"}}, Departure.UNCACHED_REQUESTS_PREFLIGHT, False, id="only a header"
        ),
    ],
)
def test_what_bypasses_the_http_cache(more: dict[str, Any], departure: Departure, again: bool) -> None:
    request = asks(method="PUT", **more)
    answer = allows(Allow_Methods="PUT", Allow_Headers="if-match, pragma")
    kept = after(request, answer).cache
    assert sent(after(request, answer, kept)) == ["PUT"]
    assert ("OPTIONS" in sent(after(request, answer, kept, frozenset({departure})))) is again


@pytest.mark.parametrize("departure", [Departure.OPAQUE_ORIGINS_NOT_CACHED, Departure.TAINTED_ORIGINS_NOT_CACHED])
def test_the_origin_null_after_a_redirect_is_not_kept_either(departure: Departure) -> None:
    nothing: Departures = frozenset({departure})
    star = allows("*", Allow_Methods="PUT")
    away = says(307, {"Access-Control-Allow-Origin": "*", "Location": "https://third.example/"})
    outcome = ends(asks(method="PUT"), star, away, star, star, departures=nothing)
    assert sent(outcome) == ["OPTIONS", "PUT", "OPTIONS", "PUT"]
    assert {entry.partition.origin for entry in outcome.cache.entries} == {PAGE}


def test_one_engine_keeps_nothing_for_an_opaque_origin() -> None:
    nothing: Departures = frozenset({Departure.OPAQUE_ORIGINS_NOT_CACHED})
    answer = allows("null", Allow_Methods="PUT")
    sandboxed, plain = asks(at="null", method="PUT"), asks(method="PUT")
    assert after(sandboxed, answer).cache.entries
    assert after(sandboxed, answer, departures=frozenset({Departure.TAINTED_ORIGINS_NOT_CACHED})).cache.entries
    assert not after(sandboxed, answer, departures=nothing).cache.entries
    assert after(plain, ALL, departures=nothing).cache.entries


@pytest.mark.parametrize(
    ("name", "departures", "preflighted"),
    [
        pytest.param("X-Key", NO_DEPARTURES, False, id="any name"),
        pytest.param("Authorization", NO_DEPARTURES, True, id="Authorization, by the standard"),
        pytest.param(
            "Authorization", frozenset({Departure.CACHED_WILDCARD_COVERS_AUTHORIZATION}), False, id="Authorization"
        ),
    ],
)
def test_what_a_kept_star_serves(name: str, departures: Departures, preflighted: bool) -> None:
    answer = allows("*", Allow_Headers="*, authorization" if preflighted else "*")
    first = after(asks(sets={"X-Other": "1"}), allows("*", Allow_Headers="*"))
    again = after(asks(sets={name: "1"}), answer, first.cache, departures)
    assert ("OPTIONS" in sent(again)) is preflighted


def test_an_upload_listener_is_kept_as_its_method() -> None:
    request = asks(method="POST", upload_listener=True)
    first = after(request, allows())
    assert sent(first) == ["OPTIONS", "POST"]
    assert sent(after(request, allows(), first.cache)) == ["POST"]


@each_row(
    ("values", "departures", "seconds"),
    [
        pytest.param([], NO_DEPARTURES, 5, id="absent"),
        pytest.param(["abc"], NO_DEPARTURES, 5, id="no number"),
        pytest.param(["600", "600"], NO_DEPARTURES, 5, id="two lines are no number"),
        pytest.param(["-1"], NO_DEPARTURES, 5, id="negative, by the grammar no number"),
        pytest.param([""], NO_DEPARTURES, 5, id="empty counts as absent"),
        pytest.param([""], UNPARSABLE, 5, id="empty counts as absent there, too"),
        pytest.param([], UNPARSABLE, 5, id="absent, where no number means nothing is kept"),
        pytest.param(["abc"], UNPARSABLE, 0, id="no number, where that means nothing is kept"),
        pytest.param(["-1"], NEGATIVE, 0, id="negative"),
        pytest.param(["+600"], NEGATIVE, 5, id="a plus sign"),
        pytest.param(["0"], NO_DEPARTURES, 0, id="zero"),
        pytest.param([" 0600 "], NO_DEPARTURES, 600, id="leading zeros"),
        pytest.param(["9" * 5000], NO_DEPARTURES, 999_999_999, id="more than anybody lives"),
    ],
)
def test_max_age(values: list[str], departures: Departures, seconds: int) -> None:
    headers = HeaderList(tuple(("Access-Control-Max-Age", value) for value in values))
    assert max_age(headers, departures) == seconds


@pytest.mark.parametrize(
    ("departure", "said", "kept"),
    [
        (Departure.MAX_AGE_CAPPED_AT_TEN_MINUTES, 599, 599),
        (Departure.MAX_AGE_CAPPED_AT_TEN_MINUTES, 601, 600),
        (Departure.MAX_AGE_CAPPED_AT_TWO_HOURS, 86400, 7200),
        (Departure.MAX_AGE_CAPPED_AT_ONE_DAY, 86401, 86400),
    ],
)
def test_engines_have_a_cap_of_their_own(departure: Departure, said: int, kept: int) -> None:
    headers = HeaderList((("Access-Control-Max-Age", str(said)),))
    assert max_age(headers, frozenset({departure})) == kept


@given(st.text())
def test_no_max_age_makes_it_raise(value: str) -> None:
    assert max_age(HeaderList((("access-control-max-age", value),)), NO_DEPARTURES) >= 0
