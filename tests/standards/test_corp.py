"""Cross-Origin-Resource-Policy and embedder policies: what blocks an opaque response."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.request import Mode
from tests.standards.making import allows, asks, ends, headers, page, refusal, says

REQUIRES = {"Cross-Origin-Embedder-Policy": 'require-corp; report-to="x"'}


@pytest.mark.parametrize(
    ("at", "policy", "blocked"),
    [
        pytest.param("https://third.example", None, False, id="no policy"),
        pytest.param("https://third.example", "bogus", False, id="an unknown one counts as none"),
        pytest.param("https://third.example", "cross-origin", False, id="open"),
        pytest.param("https://app.example.net", "same-site", False, id="same site"),
        pytest.param("http://app.example.net", "same-site", True, id="an insecure page of the same site"),
        pytest.param("https://third.example", "same-site", True, id="another site"),
        pytest.param("https://app.example.net", "same-origin", True, id="same site is not same origin"),
    ],
)
def test_the_header(at: str, policy: str | None, blocked: bool) -> None:
    answer = says(200, {"Cross-Origin-Resource-Policy": policy} if policy else {})
    outcome = ends(asks("https://api.example.net/", at=at, mode=Mode.NO_CORS), answer)
    assert refusal(outcome) == ("cross-origin-resource-policy" if blocked else "")


def test_an_embedder_policy_wants_the_header_of_others() -> None:
    client = page(headers=headers(REQUIRES))
    bare = ends(asks(at=client, mode=Mode.NO_CORS), says())
    assert refusal(bare) == "cross-origin-resource-policy"
    assert bare.failure is not None
    assert bare.failure.about == "cross-origin-embedder-policy"
    open_to_all = says(200, {"Cross-Origin-Resource-Policy": "cross-origin"})
    assert refusal(ends(asks(at=client, mode=Mode.NO_CORS), open_to_all)) == ""


@pytest.mark.parametrize(
    ("value", "blocked"),
    [
        pytest.param(None, True, id="absent"),
        pytest.param("", True, id="empty counts as absent"),
        pytest.param("same-origin", True, id="a known value"),
        pytest.param("Same-Origin", False, id="another case is no known value"),
        pytest.param("none", False, id="no known value"),
    ],
)
def test_one_engine_lets_a_value_that_it_does_not_know_pass_an_embedder_policy(
    value: str | None, blocked: bool
) -> None:
    request = asks(at=page(headers=headers(REQUIRES)), mode=Mode.NO_CORS)
    answer = says(200, {} if value is None else {"Cross-Origin-Resource-Policy": value})
    departures: Departures = frozenset({Departure.UNKNOWN_RESOURCE_POLICY_ALLOWS})
    assert bool(refusal(ends(request, answer, departures=departures))) is blocked
    assert refusal(ends(request, answer)) == "cross-origin-resource-policy"


def test_only_a_secure_page_has_an_embedder_policy() -> None:
    client = page("http://app.example.com", headers=headers(REQUIRES))
    assert refusal(ends(asks("http://api.example.net/", at=client, mode=Mode.NO_CORS), says())) == ""


def test_a_request_in_cors_mode_never_meets_it() -> None:
    client = page(headers=headers(REQUIRES))
    answer = allows()
    closed = says(200, [*answer.headers, ("Cross-Origin-Resource-Policy", "same-origin")])
    assert refusal(ends(asks(at=client), closed)) == ""
