"""The request at one hop."""

from __future__ import annotations

import pytest

from cors_tui.standards.leg import Tainting, first_leg, redirect_taints, response_tainting
from cors_tui.standards.request import CredentialsMode, Mode
from cors_tui.standards.verdict import Failure, Refusal, Step
from tests.standards.making import API, PAGE, asks, headers, url

BASIC, CORS, OPAQUE = Tainting.BASIC, Tainting.CORS, Tainting.OPAQUE


@pytest.mark.parametrize(
    ("target", "mode", "before", "after"),
    [
        pytest.param(PAGE, Mode.CORS, BASIC, BASIC, id="the page's own origin"),
        pytest.param(PAGE, Mode.CORS, CORS, CORS, id="back home, but once cross-origin"),
        pytest.param(PAGE, Mode.NO_CORS, OPAQUE, OPAQUE, id="the same for no-cors"),
        pytest.param(API, Mode.NO_CORS, BASIC, OPAQUE, id="no-cors"),
        pytest.param("data:,x", Mode.CORS, BASIC, BASIC, id="data:"),
        pytest.param(API, Mode.CORS, BASIC, CORS, id="another origin"),
    ],
)
def test_tainting(target: str, mode: Mode, before: Tainting, after: Tainting) -> None:
    assert response_tainting(asks(mode=mode), url(target), before) is after


@pytest.mark.parametrize(
    ("current", "target", "taints"),
    [
        pytest.param(PAGE, API, False, id="out of the page's own origin"),
        pytest.param(API, f"{API}/2", False, id="within the API"),
        pytest.param(API, "https://third.example/", True, id="from the API to a third"),
        pytest.param(API, PAGE, True, id="from the API back home"),
        pytest.param("http://api.example.net/", "https://api.example.net/", True, id="http to https is another origin"),
    ],
)
def test_what_taints_the_origin(current: str, target: str, taints: bool) -> None:
    assert redirect_taints(url(PAGE).origin, url(current).origin, url(target).origin) is taints


@pytest.mark.parametrize(
    ("mode", "target", "included"),
    [
        (CredentialsMode.OMIT, PAGE, False),
        (CredentialsMode.SAME_ORIGIN, API, False),
        (CredentialsMode.SAME_ORIGIN, PAGE, True),
        (CredentialsMode.INCLUDE, API, True),
    ],
)
def test_credentials(mode: CredentialsMode, target: str, included: bool) -> None:
    request = asks(target, credentials_mode=mode)
    assert first_leg(request, url(target), "GET", headers()).includes_credentials is included


def test_a_failure_is_told_where_it_happened() -> None:
    leg = first_leg(asks(at="null"), url(API), "GET", headers())
    failure = leg.blame(Failure(Refusal.NETWORK, Step("x", "1", "y")))
    assert (failure.url, failure.request_origin, failure.redirected_from) == (API, "null", "")
