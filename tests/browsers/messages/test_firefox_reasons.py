"""Where two faults meet, Firefox names one: measured with cases of our own against the real engine."""

from __future__ import annotations

import pytest

from tests.browsers.messages.playing import said_of

PAGE = "https://app.example.test"
API = "https://api.example.test/case/own"
BLOCKED = f"Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {API}. "
ENDED = f"{BLOCKED}(Reason: CORS request did not succeed). Status code: (null)."


def answered(status: int, *headers: tuple[str, str]) -> dict[str, object]:
    return {"status": status, "headers": [list(pair) for pair in headers]}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("Access-Control-Allow-Origin", "Multiple CORS header", id="the usual spelling"),
        pytest.param("access-control-allow-origin", "does not match ‘*, *’", id="any other is joined in silence"),
    ],
)
def test_a_header_twice_is_told_by_its_spelling(name: str, reason: str) -> None:
    (line,) = said_of("firefox", {}, {"actual": answered(200, (name, "*"), (name, "*"))})
    assert reason in line


CHECKED = [["Access-Control-Allow-Origin", "*"], ["Access-Control-Allow-Headers", "a b"]]


def test_the_method_is_looked_at_before_the_headers() -> None:
    preflight: dict[str, object] = {"status": 200, "headers": CHECKED}
    request = {"method": "PUT", "headers": [["X-A", "1"]]}
    assert "Did not find method" in said_of("firefox", request, {"preflight": preflight})[0]
    preflight = {**preflight, "headers": [*CHECKED, ["Access-Control-Allow-Methods", "PUT"]]}
    assert "invalid token ‘a b’" in said_of("firefox", request, {"preflight": preflight})[0]


def test_a_redirects_status_without_a_target_is_a_status_that_is_not_ok() -> None:
    preflight = answered(307, ("Access-Control-Allow-Origin", PAGE))
    assert said_of("firefox", {"method": "PUT"}, {"preflight": preflight}) == [
        f"{BLOCKED}(Reason: CORS preflight response did not succeed). Status code: 307.",
        ENDED,
    ]


@pytest.mark.parametrize(
    ("location", "redirect", "lines"),
    [
        pytest.param("https://third.test/", "follow", ["missing", "did not succeed"], id="followed: its channel ends"),
        pytest.param("https://third.test/", "manual", ["missing"], id="not followed: nothing ends"),
        pytest.param("http://[", "follow", ["did not succeed"], id="to no URL"),
        pytest.param(
            "http://third.test/", "follow", ["mixed active content", "did not succeed"], id="to mixed content"
        ),
        pytest.param("ws://third.test/", "follow", ["did not succeed"], id="to a WebSocket"),
    ],
)
def test_what_is_told_of_a_redirect_without_cors_headers(location: str, redirect: str, lines: list[str]) -> None:
    actual = {**answered(200), "redirects": [answered(302, ("Location", location))]}
    told = said_of("firefox", {"redirect": redirect}, {"actual": actual})
    assert len(told) == len(lines)
    assert all(part in line for part, line in zip(lines, told, strict=True))


def test_hosts_of_a_policy_are_shown_with_the_pages_scheme() -> None:
    policy = {"headers": [["Content-Security-Policy", "connect-src 'self' *.other.test"]]}
    (line,) = said_of("firefox", {}, {}, page=policy)
    assert "“connect-src 'self' https://*.other.test”" in line


def test_mixed_content_of_a_request_that_may_outlive_its_page_is_not_told() -> None:
    plain = {"url": "http://api.example.test/case/own"}
    assert len(said_of("firefox", plain, {})) == 1
    assert said_of("firefox", {**plain, "keepalive": True}, {}) == []
