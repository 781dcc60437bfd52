"""The experiments: what each sends, that it is safe, harmless, and does not ask what makes no sense."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from cors_tui import experiments
from cors_tui.case import AS_ASKED, Call, Case, Sighting
from cors_tui.experiment import STRANGER, Experiment
from cors_tui.experiments import ALL, own_origin, query_changes_answer, twin_origins
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import OPAQUE, Origin
from cors_tui.standards.request import CredentialsMode, Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Exchange

URL = "https://api.example.com/users?page=2"
PAGE = "https://app.example.com"
SIMPLE = Case(Call(url=URL, origin=PAGE))
LOCAL = Case(Call(url="http://localhost:8000/users", origin="http://localhost:3000"))
WITH_TOKEN = Case(Call(url=URL, origin=PAGE, headers=HeaderList((("Authorization", "Bearer t"),))))


def url(text: str) -> Url:
    parsed = parse_url(text)
    assert parsed is not None
    return parsed


def preflighted(method: str = "PUT") -> Case:
    """A case whose preflight was seen."""
    case = Case(Call(url=URL, origin=PAGE, method=method, headers=HeaderList((("X-Api-Key", "k"),))))
    asked = HeaderList(
        (("Origin", PAGE), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "x-api-key"))
    )
    wire = WireRequest(Role.PREFLIGHT, 0, "OPTIONS", url(URL), asked)
    return case.with_sighting(Sighting(AS_ASKED, (Exchange(wire, Response(204)),)))


CASES = {
    "a simple get": SIMPLE,
    "with a token": WITH_TOKEN,
    "a preflighted put": preflighted(),
    "a preflighted get": preflighted("GET"),
    "a post": Case(Call(url=URL, origin=PAGE, method="POST", body="a")),
    "at localhost": LOCAL,
    "from a file": Case(Call(url=URL, origin="null")),
    "without a page": Case(Call(url=URL)),
    "with cookies": Case(Call(url=URL, origin=PAGE, credentials=CredentialsMode.INCLUDE, cookie="sid=1")),
    "behind an edge": SIMPLE.with_answer("origin-server", "10.0.0.5:8000"),
    "no url": Case(),
    "not http": Case(Call(url="data:,a", origin=PAGE)),
}


def plans() -> list[tuple[str, Experiment, Case]]:
    return [(f"{each.name}: {name}", each, case) for each in ALL for name, case in CASES.items()]


@pytest.mark.parametrize(("each", "case"), [p[1:] for p in plans()], ids=[p[0] for p in plans()])
def test_only_safe_methods_are_sent(each: Experiment, case: Case) -> None:
    assert all(wire.is_safe and wire.body is None for wire in each.plan(case))


@pytest.mark.parametrize(("each", "case"), [p[1:] for p in plans()], ids=[p[0] for p in plans()])
def test_what_differs_from_the_own_request_has_a_query_of_its_own_shared_in_a_sequence(
    each: Experiment, case: Case
) -> None:
    sent = each.plan(case)
    if each.direct:
        return
    assert all("cors-tui=" in wire.url.query for wire in sent)
    if each.in_order:
        assert len({wire.url.query for wire in sent}) <= 1


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.name)
def test_two_runs_share_no_query(each: Experiment) -> None:
    first = {wire.url.query for wire in each.plan(SIMPLE)}
    assert first.isdisjoint(wire.url.query for wire in each.plan(SIMPLE)) or not first


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.name)
def test_nothing_is_sent_without_an_http_url(each: Experiment) -> None:
    assert each.plan(CASES["no url"]) == ()
    assert each.plan(CASES["not http"]) == ()


def test_names_are_unique_and_every_experiment_says_what_it_asks() -> None:
    assert len({each.name for each in ALL}) == len(ALL)
    assert all(": " in each.asks and each.asks.endswith("?") for each in ALL)


def origins(sent: tuple[WireRequest, ...]) -> list[str | None]:
    return [wire.headers.get("origin") for wire in sent]


ORIGINS = {
    "without origin": (experiments.WITHOUT_ORIGIN, SIMPLE, [None]),
    "without origin, preflighted": (experiments.WITHOUT_ORIGIN, preflighted("GET"), [None, None]),
    "a stranger's": (experiments.STRANGER_ORIGIN, SIMPLE, [STRANGER]),
    "a stranger's, preflighted and unsafe": (experiments.STRANGER_ORIGIN, preflighted(), [STRANGER]),
    "null": (experiments.NULL_ORIGIN, SIMPLE, ["null"]),
    "the twins": (experiments.SECOND_ORIGIN, SIMPLE, ["https://www.app.example.com", "http://app.example.com"]),
    "the one that was told": (
        experiments.SECOND_ORIGIN,
        SIMPLE.with_answer("second-origin", "https://b.example"),
        ["https://b.example"],
    ),
    "a, none, b": (experiments.A_NONE_B, SIMPLE, [PAGE, None, STRANGER]),
    "none first": (experiments.NONE_FIRST, SIMPLE, [None, PAGE]),
    "twice the same": (experiments.TWICE, SIMPLE, [PAGE, PAGE]),
}


@pytest.mark.parametrize("name", ORIGINS)
def test_the_origins_that_are_sent(name: str) -> None:
    each, case, wanted = ORIGINS[name]
    assert origins(each.plan(case)) == wanted


def test_the_origin_the_server_named_is_tried_first() -> None:
    wire = WireRequest(Role.ACTUAL, 0, "GET", url(URL), HeaderList((("Origin", PAGE),)))
    named = Response(200, HeaderList((("Access-Control-Allow-Origin", "https://b.example"),)))
    case = SIMPLE.with_sighting(Sighting(AS_ASKED, (Exchange(wire, named),)))
    assert origins(experiments.SECOND_ORIGIN.plan(case))[0] == "https://b.example"


TARGETS = {
    "another scheme": (experiments.HTTP_INSTEAD, SIMPLE, ["http://api.example.com/users"]),
    "the same scheme": (experiments.HTTPS_INSTEAD, SIMPLE, []),
    "a port is kept": (experiments.HTTPS_INSTEAD, LOCAL, ["https://localhost:8000/users"]),
    "a slash more": (experiments.SLASH_VARIANT, SIMPLE, ["https://api.example.com/users/"]),
    "a slash less": (
        experiments.SLASH_VARIANT,
        Case(Call(url="https://api.example.com/users/", origin=PAGE)),
        ["https://api.example.com/users"],
    ),
    "the root has no variant": (
        experiments.SLASH_VARIANT,
        Case(Call(url="https://api.example.com/", origin=PAGE)),
        [],
    ),
    "both addresses of localhost": (
        experiments.LOCALHOST_ADDRESSES,
        LOCAL,
        ["http://[::1]:8000/users", "http://127.0.0.1:8000/users"],
    ),
    "another host has no addresses": (experiments.LOCALHOST_ADDRESSES, SIMPLE, []),
}


@pytest.mark.parametrize("name", TARGETS)
def test_the_places_that_are_asked(name: str) -> None:
    each, case, wanted = TARGETS[name]
    assert [wire.url.href.partition("?")[0] for wire in each.plan(case)] == wanted


def test_a_missing_path_is_another_path_at_the_same_origin() -> None:
    (wire,) = experiments.MISSING_PATH.plan(SIMPLE)
    assert wire.url.origin == url(URL).origin
    assert wire.url.path != url(URL).path
    assert wire.method == "GET"


METHODS = {
    "options without being a preflight": (experiments.PLAIN_OPTIONS, SIMPLE, ["OPTIONS"]),
    "head for get": (experiments.HEAD, SIMPLE, ["HEAD"]),
    "no head for head": (experiments.HEAD, Case(Call(url=URL, origin=PAGE, method="HEAD")), []),
    "get stands for an unsafe method": (experiments.WITHOUT_ORIGIN, CASES["a post"], ["GET"]),
    "no cache keeps a post": (experiments.PAST_THE_CACHE, CASES["a post"], []),
    "nor mixes it up": (experiments.A_NONE_B, CASES["a post"], []),
    "preflight and get": (experiments.STRANGER_ORIGIN, preflighted("GET"), ["OPTIONS", "GET"]),
}


@pytest.mark.parametrize("name", METHODS)
def test_the_methods_that_are_sent(name: str) -> None:
    each, case, wanted = METHODS[name]
    assert [wire.method for wire in each.plan(case)] == wanted


def test_a_plain_options_asks_no_permission() -> None:
    (wire,) = experiments.PLAIN_OPTIONS.plan(preflighted())
    assert "access-control-request-method" not in wire.headers


def test_fewer_headers_is_the_preflight_without_their_names() -> None:
    (wire,) = experiments.FEWER_HEADERS.plan(preflighted())
    assert wire.headers.get("access-control-request-method") == "PUT"
    assert "access-control-request-headers" not in wire.headers
    assert experiments.FEWER_HEADERS.plan(SIMPLE) == ()


def test_authorization_is_left_out_only_where_there_was_one() -> None:
    (wire,) = experiments.WITHOUT_AUTHORIZATION.plan(WITH_TOKEN)
    assert "authorization" not in wire.headers
    assert wire.headers.get("origin") == PAGE
    assert experiments.WITHOUT_AUTHORIZATION.plan(SIMPLE) == ()


def test_a_cookie_goes_along_only_with_credentials() -> None:
    with_cookies = CASES["with cookies"]
    without = replace(with_cookies, call=replace(with_cookies.call, credentials=CredentialsMode.OMIT))
    assert experiments.MISSING_PATH.plan(with_cookies)[0].headers.get("cookie") == "sid=1"
    assert "cookie" not in experiments.MISSING_PATH.plan(without)[0].headers


def test_direct_needs_the_origin_server_and_changes_nothing() -> None:
    assert experiments.DIRECT.plan(preflighted("GET")) == ()
    case = preflighted("GET").with_answer("origin-server", "10.0.0.5:8000")
    assert experiments.DIRECT.plan(case) == tuple(e.request for e in case.exchanges(AS_ASKED))


TWINS = {
    "www": (Origin("https", "www.example.com", 443), ["https://example.com", "http://www.example.com"]),
    "localhost": (Origin("http", "localhost", 3000), ["http://127.0.0.1:3000", "https://localhost:3000"]),
    "an address": (Origin("http", "192.168.1.7", 80), ["https://192.168.1.7"]),
    "opaque": (OPAQUE, []),
}


@pytest.mark.parametrize("name", TWINS)
def test_the_origins_people_confuse(name: str) -> None:
    origin, wanted = TWINS[name]
    assert list(twin_origins(origin)) == wanted


def test_the_own_origin_is_serialized() -> None:
    assert own_origin(Case(Call(origin="HTTPS://App.Example.com:443/"))) == PAGE
    assert own_origin(Case(Call(origin="file:///a"))) == "null"


@pytest.mark.parametrize(("own", "fresh", "changes"), [(200, 400, True), (200, 200, False), (500, 500, False)])
def test_an_extra_query_that_changes_the_answer_is_noticed(own: int, fresh: int, changes: bool) -> None:
    (wire,) = experiments.PAST_THE_CACHE.plan(SIMPLE)
    seen = {
        name: Sighting(name, (Exchange(wire, Response(status)),))
        for name, status in ((AS_ASKED, own), (experiments.PAST_THE_CACHE.name, fresh))
    }
    assert query_changes_answer(replace(SIMPLE, seen=MappingProxyType(seen))) is changes
    assert query_changes_answer(SIMPLE) is False
