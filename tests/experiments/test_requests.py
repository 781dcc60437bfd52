"""The experiments with the request itself: which methods and headers are sent."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.case import Call, Case
from tests.experiments.cases import CASES, PAGE, SIMPLE, URL, WITH_TOKEN, preflighted

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
