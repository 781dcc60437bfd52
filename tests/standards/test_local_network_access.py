"""Local Network Access."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.local_network_access import is_local_network_request, target_space
from cors_tui.standards.request import AddressSpace
from tests.standards.making import allows, asks, ends, headers, page, refusal, url

CHROMIUM: Departures = frozenset({Departure.LOCAL_NETWORK_DENIED, Departure.TARGET_SPACE_CHECKED})
FIREFOX: Departures = frozenset({Departure.LOCAL_NETWORK_ASKS})
LENIENT = Departure.LOCAL_PAGES_REACH_LOOPBACK
PUBLIC, LOCAL = AddressSpace.PUBLIC, AddressSpace.LOCAL


@pytest.mark.parametrize(
    ("client", "target", "is_one"),
    [
        pytest.param("loopback", "loopback", False, id="within this machine"),
        pytest.param("loopback", "public", False, id="outwards"),
        pytest.param("unknown", "loopback", False, id="not known where the page came from"),
        pytest.param("public", "unknown", False, id="not known where it goes"),
        pytest.param("local", "loopback", True, id="from the network at home"),
        pytest.param("public", "local", True, id="from the public network"),
    ],
)
def test_what_is_a_local_network_request(client: str, target: str, is_one: bool) -> None:
    assert is_local_network_request(AddressSpace(client), AddressSpace(target)) is is_one


def test_names_are_looked_up_in_what_is_known() -> None:
    request = asks(address_spaces=(("nas.example", AddressSpace.LOCAL),), other_address_space=PUBLIC)
    assert target_space(request, url("http://nas.example/")) is AddressSpace.LOCAL
    assert target_space(request, url("http://b.example/")) is PUBLIC
    assert target_space(request, url("http://a.localhost/")) is AddressSpace.LOOPBACK
    assert target_space(request, url("http://10.0.0.1/")) is AddressSpace.LOCAL


@pytest.mark.parametrize(
    ("at", "departures", "expected"),
    [
        pytest.param("https://a.example", NO_DEPARTURES, "", id="an engine without it"),
        pytest.param("http://a.example", CHROMIUM, "lna-insecure-context", id="an insecure page cannot even ask"),
        pytest.param("https://a.example", CHROMIUM, "lna-permission-denied", id="denied"),
    ],
)
def test_a_public_page_and_this_machine(at: str, departures: Departures, expected: str) -> None:
    request = asks("http://127.0.0.1:8000/", at=page(at, address_space=PUBLIC))
    outcome = ends(request, allows(at, Allow_Private_Network="true"), departures=departures)
    assert refusal(outcome) == expected
    assert bool(outcome.exchanges) is (expected == "")


@pytest.mark.parametrize(
    ("client", "departures", "expected"),
    [
        pytest.param(LOCAL, {LENIENT}, "", id="from the network at home"),
        pytest.param(PUBLIC, {LENIENT}, "lna-permission-denied", id="from the public network"),
        pytest.param(LOCAL, set(), "lna-permission-denied", id="without the departure"),
    ],
)
def test_an_engine_may_let_pages_of_the_local_network_reach_this_machine(
    client: AddressSpace, departures: set[Departure], expected: str
) -> None:
    request = asks("http://127.0.0.1:8000/", at=page("https://a.example", address_space=client))
    outcome = ends(request, allows("https://a.example"), departures=CHROMIUM | departures)
    assert refusal(outcome) == expected


@pytest.mark.parametrize(
    ("at", "target", "expected"),
    [
        pytest.param("https://10.0.0.5", "https://10.0.0.5/", "", id="its own origin"),
        pytest.param("https://10.0.0.5", "https://10.0.0.5:8443/", "lna-permission-denied", id="another port"),
        pytest.param("http://10.0.0.5", "http://10.0.0.5/", "lna-insecure-context", id="not securely"),
    ],
)
def test_a_secure_page_reaches_its_own_origin_wherever_it_counts_as_standing(
    at: str, target: str, expected: str
) -> None:
    request = asks(target, at=page(at, address_space=PUBLIC))
    assert refusal(ends(request, allows(at), departures=CHROMIUM)) == expected


@pytest.mark.parametrize(
    ("policy", "departures", "expected"),
    [
        ("treat-as-public-address", {Departure.PUBLIC_BY_POLICY}, "lna-permission-denied"),
        ("treat-as-public-addresses", {Departure.PUBLIC_BY_POLICY}, ""),
        ("treat-as-public-address", set(), ""),
    ],
)
def test_a_page_may_claim_to_be_public(policy: str, departures: set[Departure], expected: str) -> None:
    at = page("https://a.example", address_space=LOCAL, headers=headers({"Content-Security-Policy": policy}))
    outcome = ends(
        asks("http://127.0.0.1:8000/", at=at), allows("https://a.example"), departures=CHROMIUM | departures | {LENIENT}
    )
    assert refusal(outcome) == expected


@pytest.mark.parametrize(("method", "code"), [("GET", "lna-asks"), ("PUT", "lna-asks-before-preflight")])
def test_it_is_said_what_would_have_gone_first(method: str, code: str) -> None:
    request = asks("http://127.0.0.1:8000/", at=page("https://a.example", address_space=PUBLIC), method=method)
    assert ends(request, allows("https://a.example"), departures=FIREFOX).warnings == ((code, "loopback"),)


def test_an_engine_that_asks_neither_resolves_nor_fails() -> None:
    request = asks("http://127.0.0.1:8000/", at=page("https://a.example", address_space=PUBLIC))
    outcome = ends(request, allows("https://a.example"), departures=FIREFOX)
    assert (outcome.asks, outcome.resolved, outcome.failure) == (True, False, None)
    assert outcome.warnings == (("lna-asks", "loopback"),)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("loopback", ""),
        ("unknown", ""),
        ("local", "lna-target-space-mismatch"),
        ("private", "lna-target-space-mismatch"),
    ],
)
def test_the_declared_space_is_compared_from_any_page(declared: str, expected: str) -> None:
    request = asks("http://127.0.0.1:8000/", target_address_space=declared)
    assert refusal(ends(request, allows(), departures=CHROMIUM)) == expected
    assert refusal(ends(request, allows(), departures=FIREFOX)) == ""
