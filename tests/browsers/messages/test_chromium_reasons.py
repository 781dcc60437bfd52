"""Where two faults meet, Chromium names one: measured with cases of our own against the real engine."""

from __future__ import annotations

import pytest

from tests.browsers.messages.playing import said_of

PAGE = "https://app.example.test"
BLOCKED = (
    f"Access to fetch at 'https://api.example.test/case/own' from origin '{PAGE}' has been blocked by CORS policy: "
)
PREFLIGHT = f"{BLOCKED}Response to preflight request doesn't pass access control check: "


def answered(status: int, *headers: tuple[str, str]) -> dict[str, object]:
    return {"status": status, "headers": [list(pair) for pair in headers]}


def test_a_redirects_status_without_a_target_is_a_status_that_is_not_ok() -> None:
    allowed = answered(307, ("Access-Control-Allow-Origin", PAGE))
    first, _ = said_of("chromium", {"method": "PUT"}, {"preflight": allowed})
    assert first == f"{PREFLIGHT}It does not have HTTP ok status."


def test_and_its_origin_is_checked_before() -> None:
    first, _ = said_of("chromium", {"method": "PUT"}, {"preflight": answered(307)})
    assert first == f"{PREFLIGHT}No 'Access-Control-Allow-Origin' header is present on the requested resource."


def test_a_redirect_with_a_target_is_not_allowed_whatever_else_is_wrong() -> None:
    first, _ = said_of("chromium", {"method": "PUT"}, {"preflight": answered(307, ("Location", "/login"))})
    assert first == f"{PREFLIGHT}Redirect is not allowed for a preflight request."


@pytest.mark.parametrize(
    ("location", "told"),
    [
        pytest.param("http://[", "Failed to load resource: net::ERR_INVALID_REDIRECT", id="no URL: said before CORS"),
        pytest.param("file:///x", f"{BLOCKED}No 'Access-Control-Allow-Origin'", id="a file: CORS is said"),
        pytest.param("https://a b/", f"{BLOCKED}No 'Access-Control-Allow-Origin'", id="a space is no fault to it"),
    ],
)
def test_what_is_told_of_a_redirect_without_cors_headers(location: str, told: str) -> None:
    actual = {**answered(200), "redirects": [answered(302, ("Location", location))]}
    assert said_of("chromium", {}, {"actual": actual})[0].startswith(told)


def test_values_are_shown_in_ascii() -> None:
    first, _ = said_of("chromium", {}, {"actual": answered(200, ("Access-Control-Allow-Origin", "x\u00e9\u00a0"))})
    assert "'x\\u00E9\\u00A0'" in first


def test_the_advice_differs_by_what_asked() -> None:
    other = {"actual": answered(200, ("Access-Control-Allow-Origin", "https://other.example.test"))}
    assert said_of("chromium", {}, other)[0].endswith("Have the server send the header with a valid value.")
    assert said_of("chromium", {"api": "xhr"}, other)[0].endswith("that is not equal to the supplied origin.")


def test_a_fault_of_the_pages_own_is_told_before_mixed_content() -> None:
    plain = {"url": "http://api.example.test/case/own"}
    (line,) = said_of("chromium", {**plain, "mode": "same-origin"}, {})
    assert 'Request mode is "same-origin"' in line
    policy = {"headers": [["Content-Security-Policy", "connect-src 'self' https:"]]}
    assert said_of("chromium", plain, {}, page=policy)[0].startswith("Connecting to 'http://api.example.test/case/own'")


def test_a_redirect_that_is_not_followed_has_no_body_to_validate() -> None:
    moved = answered(302, ("Access-Control-Allow-Origin", "*"), ("Location", "/case/own/1"))
    request = {"redirect": "manual", "integrity": f"sha256-{'A' * 43}="}
    first, second = said_of("chromium", request, {"actual": {**answered(200), "redirects": [moved]}})
    assert first.endswith("has an integrity attribute, but the response is not eligible for integrity validation.")
    assert second.endswith("SRI's integrity checks failed.")


@pytest.mark.parametrize("api", ["fetch", "xhr"])
@pytest.mark.parametrize(
    ("asked", "place", "told"),
    [
        pytest.param("", "/own#part", "/own#part", id="of the Location"),
        pytest.param("#own", "/own", "/own#own", id="of the URL that was asked for, which it inherits"),
    ],
)
def test_mixed_content_behind_a_redirect_is_told_with_its_fragment(api: str, asked: str, place: str, told: str) -> None:
    target = "http://other.example.test"
    moved = answered(302, ("Access-Control-Allow-Origin", "*"), ("Location", f"{target}{place}"))
    request = {"api": api, "url": f"https://api.example.test/case/own{asked}"}
    assert f"'{target}{told}'" in said_of("chromium", request, {"actual": {**answered(200), "redirects": [moved]}})[0]


@pytest.mark.parametrize("api", ["fetch", "xhr"])
def test_and_without_it_where_nothing_was_redirected(api: str) -> None:
    request = {"api": api, "url": "http://api.example.test/case/own#part"}
    assert "'http://api.example.test/case/own'" in said_of("chromium", request, {"actual": answered(200)})[0]
