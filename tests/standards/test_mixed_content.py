"""Mixed content."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.mixed_content import is_secure_context, is_trustworthy, mixed_content_failure, upgraded
from cors_tui.standards.request import Initiator
from tests.standards.making import allows, asks, ends, headers, page, url

WEBKIT: Departures = frozenset({Departure.LOOPBACK_IS_MIXED_CONTENT})
CHROMIUM: Departures = frozenset({Departure.TARGET_SPACE_CHECKED})
WARNS: Departures = frozenset({Departure.LOCAL_IS_NOT_MIXED_CONTENT})
FIREFOX: Departures = frozenset({Departure.LOOPBACK_PAGES_MIX_IMAGES, Departure.ADDRESSES_ARE_UPGRADED})


@pytest.mark.parametrize(
    ("at", "target", "departures", "blocked"),
    [
        pytest.param("http://a.example", "http://b.example/", NO_DEPARTURES, False, id="an http page"),
        pytest.param("https://a.example", "https://b.example/", NO_DEPARTURES, False, id="an https target"),
        pytest.param("https://a.example", "http://localhost:8000/", NO_DEPARTURES, False, id="localhost is trusted"),
        pytest.param("https://a.example", "http://[::1]:8000/", NO_DEPARTURES, False, id="so is its address"),
        pytest.param("null", "http://b.example/", NO_DEPARTURES, False, id="a sandboxed http page"),
        pytest.param("https://a.example", "http://127.0.0.1/", WEBKIT, True, id="not trusted by one engine"),
        pytest.param("https://a.example", "http://localhost.example/", NO_DEPARTURES, True, id="a name like localhost"),
        pytest.param("https://a.example", "http://192.168.0.1/", NO_DEPARTURES, True, id="a router at home"),
        pytest.param("https://a.example", "http://b.example/", NO_DEPARTURES, True, id="http from https"),
        pytest.param("https://a.example", "http://192.168.0.1/", WARNS, False, id="a router, where that is warned of"),
        pytest.param("https://a.example", "http://[fd00::7]/", WARNS, False, id="the same over IPv6"),
        pytest.param("https://a.example", "http://0.0.0.0:8000/", WARNS, False, id="no address at all"),
        pytest.param("https://a.example", "http://printer.local/", WARNS, False, id="a name of multicast DNS"),
        pytest.param("https://a.example", "http://printer.local./", WARNS, False, id="the same with its last dot"),
        pytest.param("https://a.example", "http://local/", WARNS, False, id="the name itself"),
        pytest.param("https://a.example", "http://printerlocal/", WARNS, True, id="a name that only ends so"),
        pytest.param("https://a.example", "http://[::ffff:127.0.0.1]/", NO_DEPARTURES, True, id="loopback as IPv6"),
        pytest.param("https://a.example", "http://nas.lan/", WARNS, True, id="another name, whatever it leads to"),
        pytest.param("https://a.example", "http://printer.localx/", WARNS, True, id="a name that ends alike"),
        pytest.param("https://a.example", "http://8.8.8.8/", WARNS, True, id="a public address"),
        pytest.param("https://a.example", "http://198.18.0.6/", WARNS, True, id="one that is only reserved"),
    ],
)
def test_blocking(at: str, target: str, departures: Departures, blocked: bool) -> None:
    assert (mixed_content_failure(asks(at=at), url(target), departures) is not None) is blocked


def test_a_declared_local_target_is_not_mixed_content_where_it_is_checked() -> None:
    request = asks(target_address_space="local")
    assert mixed_content_failure(request, url("http://b.example/"), NO_DEPARTURES) is not None
    assert mixed_content_failure(request, url("http://b.example/"), CHROMIUM) is None


@pytest.mark.parametrize(
    ("at", "target", "departures", "blocked"),
    [
        pytest.param("https://a.example", "http://127.0.0.1/x", NO_DEPARTURES, False, id="loopback"),
        pytest.param("https://a.example", "http://127.0.0.1/x", WEBKIT, False, id="loopback, though calls are blocked"),
        pytest.param("https://a.example", "http://8.8.8.8/x", NO_DEPARTURES, True, id="an address is not upgraded"),
        pytest.param("https://a.example", "http://192.168.0.1/x", WARNS, False, id="a private one, warned of"),
        pytest.param("https://127.0.0.1", "http://8.8.8.8/x", NO_DEPARTURES, True, id="a page on loopback"),
        pytest.param("https://127.0.0.1", "http://8.8.8.8/x", FIREFOX, False, id="a page on loopback, not minded"),
    ],
)
def test_blocking_images(at: str, target: str, departures: Departures, blocked: bool) -> None:
    image = asks(target, at=at, initiator=Initiator.IMAGE)
    assert (mixed_content_failure(image, url(target), departures) is not None) is blocked


@pytest.mark.parametrize(
    ("at", "target", "departures", "expected"),
    [
        pytest.param("https://a.example", "http://b.example/x", WARNS, "https", id="a name"),
        pytest.param("https://a.example", "http://printer.local/x", WARNS, "http", id="a local name"),
        pytest.param("https://a.example", "http://8.8.8.8/x", WARNS, "http", id="an address"),
        pytest.param("https://a.example", "http://8.8.8.8/x", FIREFOX, "https", id="an address too"),
        pytest.param("https://127.0.0.1", "http://b.example/x", FIREFOX, "http", id="not of a page on loopback"),
    ],
)
def test_upgrading_images_in_engines(at: str, target: str, departures: Departures, expected: str) -> None:
    assert upgraded(asks(at=at, initiator=Initiator.IMAGE), url(target), departures).scheme == expected


@pytest.mark.parametrize(
    ("initiator", "target", "expected"),
    [
        pytest.param(Initiator.FETCH, "http://b.example/x", "http://b.example/x", id="script's requests are not"),
        pytest.param(Initiator.IMAGE, "http://127.0.0.1/x", "http://127.0.0.1/x", id="addresses are not"),
        pytest.param(Initiator.IMAGE, "http://b.example:8000/x", "https://b.example:8000/x", id="a written port stays"),
        pytest.param(Initiator.IMAGE, "http://b.example/x", "https://b.example/x", id="images are"),
    ],
)
def test_upgrading(initiator: Initiator, target: str, expected: str) -> None:
    assert upgraded(asks(initiator=initiator), url(target), NO_DEPARTURES).href == expected


def test_an_upgraded_image_is_fetched_over_https_and_noted() -> None:
    outcome = ends(asks("http://b.example/x", initiator=Initiator.IMAGE), allows("*"))
    assert outcome.exchanges[0].request.url.scheme == "https"
    assert outcome.warnings == (("mixed-content-upgraded", "http://b.example/x"),)


@pytest.mark.parametrize(
    ("policy", "scheme"),
    [("default-src 'self'; Upgrade-Insecure-Requests", "https"), ("upgrade-insecure-request", "http")],
)
def test_a_page_may_ask_for_upgrades(policy: str, scheme: str) -> None:
    client = page(headers=headers({"Content-Security-Policy": policy}))
    assert upgraded(asks(at=client), url("http://b.example/"), NO_DEPARTURES).scheme == scheme


@pytest.mark.parametrize(
    ("target", "scheme"),
    [("http://127.0.0.1/", "http"), ("http://192.168.0.1/", "https"), ("http://printer.local/", "https")],
)
def test_a_page_s_own_policy_upgrades_addresses_too(target: str, scheme: str) -> None:
    client = page(headers=headers({"Content-Security-Policy": "upgrade-insecure-requests"}))
    assert upgraded(asks(at=client), url(target), WARNS).scheme == scheme


@pytest.mark.parametrize(
    ("initiator", "policy", "departures", "scheme"),
    [
        (Initiator.FETCH, "upgrade-insecure-requests", NO_DEPARTURES, "http"),
        (Initiator.IMAGE, "", {Departure.LOOPBACK_IS_UPGRADED}, "http"),
        (Initiator.FETCH, "upgrade-insecure-requests", {Departure.LOOPBACK_IS_UPGRADED}, "https"),
    ],
)
def test_one_engine_upgrades_loopback_where_the_page_asks(
    initiator: Initiator, policy: str, departures: Departures, scheme: str
) -> None:
    client = page(headers=headers({"Content-Security-Policy": policy}))
    request = asks(at=client, initiator=initiator)
    assert upgraded(request, url("http://127.0.0.1:8000/"), frozenset(departures)).scheme == scheme


def test_secure_contexts() -> None:
    assert is_secure_context(page("http://localhost:3000"))
    assert not is_secure_context(page("http://a.example"))
    assert is_trustworthy(url("http://x.localhost/"))
