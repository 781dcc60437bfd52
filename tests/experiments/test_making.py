"""What every experiment is made of: the person's own request, and where it may go."""

from __future__ import annotations

from dataclasses import replace

from cors_tui import experiments
from cors_tui.case import Call, Case
from cors_tui.experiments.making import OWN_URL, actual, cacheable, fresh, own_origin, own_preflight, subjects, target
from cors_tui.standards.request import CredentialsMode
from tests.experiments.cases import CASES, PAGE, SIMPLE, URL, preflighted, url


def test_a_cookie_goes_along_only_with_credentials() -> None:
    with_cookies = CASES["with cookies"]
    without = replace(with_cookies, call=replace(with_cookies.call, credentials=CredentialsMode.OMIT))
    assert experiments.MISSING_PATH.plan(with_cookies)[0].headers.get("cookie") == "sid=1"
    assert "cookie" not in experiments.MISSING_PATH.plan(without)[0].headers


def test_the_own_origin_is_serialized() -> None:
    assert own_origin(Case(Call(origin="HTTPS://App.Example.com:443/"))) == PAGE
    assert own_origin(Case(Call(origin="file:///a"))) == "null"


def test_only_http_is_a_target_and_only_get_and_head_are_cached() -> None:
    assert target(CASES["not http"]) is None
    assert target(CASES["a post"]) is not None
    assert cacheable(CASES["a post"]) is None


def test_a_yes_to_the_real_url_leaves_the_query_out() -> None:
    assert "cors-tui=" in fresh(SIMPLE, url(URL)).href
    assert fresh(SIMPLE.with_consent(OWN_URL), url(URL)).href == URL


def test_an_unsafe_method_is_asked_about_by_its_preflight_alone() -> None:
    case = preflighted()
    assert own_preflight(case) == case.exchanges("as-asked")[0].request
    assert [wire.method for wire in subjects(case, PAGE, url(URL))] == ["OPTIONS"]
    assert actual(case, None, url(URL)).method == "GET"
