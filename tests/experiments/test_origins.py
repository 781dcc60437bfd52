"""The experiments with the Origin header: which origins are sent."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.case import AS_ASKED, Sighting
from cors_tui.experiment import STRANGER
from cors_tui.experiments import twin_origins
from cors_tui.experiments.origins import twin_hosts
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import OPAQUE, Origin
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange
from tests.experiments.cases import PAGE, SIMPLE, URL, origins, preflighted, url

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


def test_an_address_has_no_twin() -> None:
    assert twin_hosts("192.168.1.7") == ()
    assert twin_hosts("[::1]") == ()
