"""Mixed content."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.mixed_content import is_secure_context, is_trustworthy, mixed_content_failure, upgraded
from cors_tui.standards.request import Initiator
from tests.standards.making import allows, asks, ends, headers, page, url

WEBKIT: Departures = frozenset({Departure.LOOPBACK_IS_MIXED_CONTENT})
CHROMIUM: Departures = frozenset({Departure.TARGET_SPACE_CHECKED})


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
    ],
)
def test_blocking(at: str, target: str, departures: Departures, blocked: bool) -> None:
    assert (mixed_content_failure(asks(at=at), url(target), departures) is not None) is blocked


def test_a_declared_local_target_is_not_mixed_content_where_it_is_checked() -> None:
    request = asks(target_address_space="local")
    assert mixed_content_failure(request, url("http://b.example/"), NO_DEPARTURES) is not None
    assert mixed_content_failure(request, url("http://b.example/"), CHROMIUM) is None


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
