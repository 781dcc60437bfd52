"""What a policy grants."""

from __future__ import annotations

import pytest

from cors_tui.fixes import grants
from cors_tui.policy import CorsPolicy
from tests.fixes.frameworks.asked import GOOD, A, get, preflight


@pytest.mark.parametrize(
    ("policy", "origin", "in_"),
    [
        pytest.param(GOOD, None, False, id="no origin asks for nothing"),
        pytest.param(CorsPolicy(origins=("*",)), None, False, id="nor does it where everybody may"),
        pytest.param(CorsPolicy(), A, False, id="an empty policy lets nobody in"),
        pytest.param(CorsPolicy(patterns=("https://example.com",)), "https://example.com", False, id="not a pattern"),
        pytest.param(GOOD, A, True, id="listed"),
        pytest.param(CorsPolicy(origins=("*",)), "null", True, id="everybody"),
        pytest.param(CorsPolicy(patterns=("https://*.example.com",)), A, True, id="by pattern"),
    ],
)
def test_lets_in(policy: CorsPolicy, origin: str | None, in_: bool) -> None:
    assert grants.lets_in(policy, origin) is in_


def test_safelisted_methods_are_written_down_for_servers_that_are_strict() -> None:
    assert grants.listed_methods(CorsPolicy(methods=("PUT", "GET", "PUT"))) == ("GET", "HEAD", "POST", "PUT")
    assert grants.listed_methods(CorsPolicy(methods=("*",))) == ("*",)


def test_a_header_is_written_once_in_the_case_it_came_first() -> None:
    assert grants.listed_headers(CorsPolicy(headers=("X-API-Key", "Accept", "x-api-key"))) == ("X-API-Key", "Accept")


def test_what_a_preflight_asks() -> None:
    asked = grants.Asked.of(preflight(headers="content-type, X-api-key"))
    assert (asked.options, asked.origin, asked.method) == (True, A, "POST")
    assert asked.header_names == ("content-type", "x-api-key")
    assert not asked.private_network


def test_nothing_beside_a_comma_is_a_name_too() -> None:
    """Strict servers refuse it, and no browser sends it."""
    assert grants.Asked.of(preflight(headers="")).header_names == ("",)
    assert grants.Asked.of(preflight(headers="a,")).header_names == ("a", "")
    assert grants.Asked.of(preflight(headers=None)).header_names == ()


def test_what_a_request_does_not_ask() -> None:
    asked = grants.Asked.of(get(None))
    assert (asked.options, asked.origin, asked.method, asked.header_names) == (False, None, None, ())
