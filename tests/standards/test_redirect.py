"""Redirects: where they lead, what they take away, when they end the fetch."""

from __future__ import annotations

from typing import Any

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.redirect import becomes_get
from cors_tui.standards.request import Body, CredentialsMode, Initiator, Mode, RedirectMode
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Outcome
from tests.standards.making import API, PAGE, allows, asks, ends, page, preflights, refusal, run, says, sent
from tests.standards.redirecting import chain, moved

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("status", "method", "becomes"),
    [
        (301, "post", False),
        (302, "PUT", False),
        (303, "HEAD", False),
        (307, "POST", False),
        (308, "POST", False),
        (301, "POST", True),
        (302, "POST", True),
        (303, "PUT", True),
    ],
)
def test_when_a_request_becomes_get(status: int, method: str, becomes: bool) -> None:
    assert becomes_get(status, method) is becomes


def test_a_post_that_becomes_get_loses_its_body_and_its_headers() -> None:
    request = asks(method="POST", body=Body("{}"), sets={**JSON, "Content-Language": "de", "X-Key": "1"})
    outcome = run(request, chain(moved("/2")))
    last = outcome.exchanges[-1].request
    assert (last.method, last.body, last.headers.pairs) == ("GET", None, (("X-Key", "1"), ("Origin", PAGE)))
    assert sent(outcome) == ["OPTIONS", "POST", "OPTIONS", "GET"]


@pytest.mark.parametrize(
    ("departures", "asked"),
    [
        pytest.param(NO_DEPARTURES, [], id="no second preflight is needed"),
        pytest.param(frozenset({Departure.PREFLIGHTS_FOR_DROPPED_HEADERS}), [None], id="one, naming none"),
        pytest.param(frozenset({Departure.PREFLIGHTS_NAME_DROPPED_HEADERS}), ["content-type"], id="one, naming them"),
    ],
)
def test_a_preflight_for_what_the_redirect_dropped(departures: Departures, asked: list[str | None]) -> None:
    request = asks(method="POST", body=Body("{}"), sets=JSON)
    outcome = run(request, chain(moved("/2")), departures)
    assert [each.headers.get("access-control-request-headers") for each in preflights(outcome)[1:]] == asked


THIRD = "https://third.example/"
ALL = "authorization,content-type,x-key"


@pytest.mark.parametrize(
    ("hops", "asked"),
    [
        pytest.param([moved("/2")], ["authorization,x-key"], id="the only redirect makes it a GET"),
        pytest.param([moved("/2"), moved("/3")], ["authorization,x-key", ALL], id="the first of two does"),
        pytest.param([moved("/2", 307), moved("/3")], [ALL, "authorization,x-key"], id="the second of two does"),
        pytest.param(
            [moved(THIRD, 307), moved("/3")], ["content-type,x-key", "authorization,x-key"], id="each drops another"
        ),
        pytest.param(
            [moved(THIRD), moved("/3"), moved(API)], ["x-key", ALL, "content-type,x-key"], id="across origins twice"
        ),
    ],
)
def test_one_engine_names_again_what_an_earlier_redirect_dropped(hops: list[Response], asked: list[str]) -> None:
    """Each preflight names all of the first request's less what the last redirect drops."""
    departures: Departures = frozenset({Departure.PREFLIGHTS_NAME_HEADERS_DROPPED_EARLIER})
    request = asks(method="POST", body=Body("{}"), sets={**JSON, "Authorization": "t", "X-Key": "1"})
    outcome = run(request, chain(*hops), departures)
    assert [each.headers.get("access-control-request-headers") for each in preflights(outcome)[1:]] == asked


@pytest.mark.parametrize(("target", "kept"), [("/2", True), ("https://third.example/", False)])
def test_authorization_stays_within_its_origin(target: str, kept: bool) -> None:
    outcome = run(asks(sets={"Authorization": "t"}), chain(moved(target)))
    assert ("authorization" in outcome.exchanges[-1].request.headers) is kept


@pytest.mark.parametrize(
    ("hops", "origin"),
    [
        pytest.param([moved(f"{API}/2")], PAGE, id="within the API"),
        pytest.param([moved("https://third.example/")], "null", id="to a third origin"),
        pytest.param([moved(f"{PAGE}/")], "null", id="back to the page's own"),
        pytest.param([moved("https://third.example/"), moved(API)], "null", id="and it stays so"),
    ],
)
def test_the_origin_after_redirects(hops: list[Response], origin: str) -> None:
    outcome = run(asks(), chain(*hops))
    assert outcome.exchanges[-1].request.headers.get("origin") == origin
    assert outcome.allowed
    assert outcome.redirected


def test_out_of_the_pages_own_origin_taints_nothing() -> None:
    outcome = run(asks(f"{PAGE}/start"), chain(moved(API)))
    assert outcome.exchanges[-1].request.headers.get("origin") == PAGE


def test_one_engine_sends_the_pages_origin_in_a_preflight_after_it() -> None:
    departures: Departures = frozenset({Departure.PREFLIGHT_KEEPS_PAGE_ORIGIN})
    outcome = run(asks(method="PUT"), chain(moved("https://third.example/", 307)), departures)
    last = [each.request.headers.get("origin") for each in outcome.exchanges[-2:]]
    assert last == [PAGE, "null"]


@pytest.mark.parametrize(
    ("location", "more", "expected"),
    [
        pytest.param("https://third.example/", {}, "", id="another origin"),
        pytest.param("//third.example/", {}, "", id="without a scheme"),
        pytest.param("data:text/plain,x", {}, "redirect-scheme", id="data"),
        pytest.param("javascript:1", {}, "redirect-scheme", id="script"),
        pytest.param("https://[", {}, "redirect-location-invalid", id="no URL"),
        pytest.param("https://u:p@third.example/", {}, "redirect-has-credentials", id="user info"),
        pytest.param(f"https://u@{PAGE[8:]}/", {}, "redirect-has-credentials", id="user info, back home"),
        pytest.param("/2", {"redirect_mode": RedirectMode.ERROR}, "redirect-mode-error", id="mode error"),
        pytest.param("http://b.example/", {}, "mixed-content", id="down to http"),
    ],
)
def test_where_they_may_lead(location: str, more: dict[str, Any], expected: str) -> None:
    assert refusal(run(asks(**more), chain(moved(location)))) == expected


def test_user_info_within_the_pages_own_origin_is_followed_but_not_by_one_engine() -> None:
    request = asks(f"{PAGE}/start")
    target = moved("https://u:p@app.example.com/")
    never: Departures = frozenset({Departure.REDIRECT_CREDENTIALS_NEVER})
    assert refusal(run(request, chain(target))) == ""
    assert refusal(run(request, chain(target), never)) == "redirect-has-credentials"


def test_that_engine_follows_it_for_xmlhttprequest() -> None:
    never: Departures = frozenset({Departure.REDIRECT_CREDENTIALS_NEVER})
    start = asks(f"{PAGE}/start", initiator=Initiator.XHR)
    assert refusal(run(start, chain(moved("https://u:p@app.example.com/")), never)) == ""
    across = asks(initiator=Initiator.XHR)
    assert refusal(run(across, chain(moved("https://u:p@api.example.net/")), never)) == "redirect-has-credentials"


def test_credentials_before_mode_error_in_one_engine() -> None:
    request = asks(redirect_mode=RedirectMode.ERROR)
    target = chain(moved("https://u:p@third.example/"))
    first: Departures = frozenset({Departure.REDIRECT_CREDENTIALS_BEFORE_MODE})
    assert refusal(run(request, target)) == "redirect-mode-error"
    assert refusal(run(request, target, first)) == "redirect-has-credentials"
    assert refusal(run(request, chain(moved("/2")), first)) == "redirect-mode-error"


def test_same_origin_mode_ends_at_another_origin() -> None:
    outcome = run(asks(f"{PAGE}/start", mode=Mode.SAME_ORIGIN), chain(moved(API)))
    assert (refusal(outcome), sent(outcome)) == ("redirect-same-origin-mode", ["GET"])


def test_manual_shows_that_there_was_one_and_no_more() -> None:
    outcome = ends(asks(redirect_mode=RedirectMode.MANUAL), moved("/2"))
    assert (outcome.resolved, outcome.allowed, outcome.visible_headers) == (True, False, ())
    refused = ends(asks(redirect_mode=RedirectMode.MANUAL), says(302, {"Location": "/2"}))
    assert refusal(refused) == "allow-origin-missing"


@pytest.mark.parametrize(
    ("start", "more", "preflighted"),
    [
        pytest.param(f"{PAGE}/start", {"method": "PUT"}, False, id="a method the page's own server was asked with"),
        pytest.param(f"{PAGE}/start", {"method": "POST", "sets": JSON}, True, id="a header it was asked with"),
        pytest.param(API, {"method": "PUT"}, True, id="a method that was preflighted"),
    ],
)
def test_what_engines_remember_of_the_request_before_it_became_get(
    start: str, more: dict[str, Any], preflighted: bool
) -> None:
    departures: Departures = frozenset({Departure.PREFLIGHTS_FOR_DROPPED_HEADERS})
    outcome = run(asks(start, **more), chain(moved("https://third.example/", 303)), departures)
    assert sent(outcome)[-1] == "GET"
    assert any(each.hop == 1 for each in preflights(outcome)) is preflighted


def test_twenty_are_followed() -> None:
    assert run(asks(), chain(*[moved(f"/{k}") for k in range(20)])).allowed
    assert refusal(run(asks(), chain(*[moved(f"/{k}") for k in range(21)]))) == "redirect-too-many"


def test_a_preflight_back_at_home_is_not_checked_in_one_engine() -> None:
    departures: Departures = frozenset({Departure.PREFLIGHT_UNCHECKED_AT_HOME})
    request = asks(method="PUT")
    home = moved(f"{PAGE}/2", 307)
    answers = (allows("*", Allow_Methods="PUT"), home, says(204, {"Access-Control-Allow-Methods": "PUT"}), allows("*"))
    assert refusal(ends(request, *answers)) == "allow-origin-missing"
    assert ends(request, *answers, departures=departures).resolved
    away = (says(204, {"Access-Control-Allow-Methods": "PUT"}), allows("*"))
    assert refusal(ends(request, *away, departures=departures)) == "allow-origin-missing"


def test_client_hints_stay_with_the_page_in_the_engine_that_knows_them() -> None:
    departures: Departures = frozenset({Departure.CLIENT_HINTS_SAFELISTED, Departure.CLIENT_HINTS_DROPPED_ON_REDIRECT})
    request = asks(sets={"DPR": "2", "Save-Data": "on"})
    abroad = run(request, chain(moved("/2")), departures).exchanges[-1].request.headers
    home = run(request, chain(moved(f"{PAGE}/2")), departures).exchanges[-1].request.headers
    assert ("dpr" in abroad, "save-data" in abroad, "dpr" in home) == (False, True, True)


def test_one_engine_wants_credentials_allowed_by_a_redirect_after_the_pages_own() -> None:
    departures: Departures = frozenset({Departure.CREDENTIALS_OUTLIVE_REDIRECT})
    request = asks(f"{PAGE}/start", at=page())
    hops = chain(moved(API), moved("https://third.example/"))
    assert run(request, hops).allowed
    assert refusal(run(request, hops, departures)) == "allow-origin-wildcard"
    omitted = asks(f"{PAGE}/start", credentials_mode=CredentialsMode.OMIT)
    assert run(omitted, hops, departures).allowed


def test_an_upgraded_image_is_tainted_by_the_plain_url_in_one_engine() -> None:
    image = asks(initiator=Initiator.IMAGE)
    plain = moved(API.replace("https:", "http:"))
    assert sent_origin(ends(image, plain, says(200, {"Access-Control-Allow-Origin": "*"}, body="x"))) == PAGE
    taints: Departures = frozenset({Departure.UPGRADED_REDIRECT_TAINTS})
    outcome = ends(image, plain, says(200, {"Access-Control-Allow-Origin": "*"}, body="x"), departures=taints)
    assert sent_origin(outcome) == "null"


def sent_origin(outcome: Outcome) -> str | None:
    """The Origin of the last request."""
    return outcome.exchanges[-1].request.headers.get("origin")
