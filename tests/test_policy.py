"""A policy's answers, and the central property: the least policy is enough, and every part of it is needed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors_tui.browsers.browser import known_browsers
from cors_tui.policy import CorsPolicy, allows_origin, least_policy, respond
from cors_tui.standards.departures import NO_DEPARTURES, Departures
from cors_tui.standards.fetching import drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Body, CredentialsMode, Mode, Page, Request, Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Outcome
from tests.rows import each_row

ENGINES: dict[str, Departures] = {
    "standard": NO_DEPARTURES,
    **{name: browser.departures for name, browser in known_browsers().items()},
}


def url(text: str) -> Url:
    parsed = parse_url(text)
    assert parsed is not None
    return parsed


def outcome(request: Request, policy: CorsPolicy, departures: Departures) -> Outcome:
    """How `request` ends at a server that answers by `policy`."""

    def answer(wire: WireRequest) -> Response:
        return Response(204 if wire.role is Role.PREFLIGHT else 200, respond(policy, wire))

    ended = drive(fetch(request, departures), answer)
    assert isinstance(ended, Outcome)
    return ended


def weaker(policy: CorsPolicy) -> list[CorsPolicy]:
    """`policy` with each one of its parts taken away in turn."""
    return [
        *(replace(policy, origins=_less(policy.origins, each)) for each in policy.origins),
        *(replace(policy, methods=_less(policy.methods, each)) for each in policy.methods),
        *(replace(policy, headers=_less(policy.headers, each)) for each in policy.headers),
        *([replace(policy, credentials=False)] if policy.credentials else []),
    ]


def _less(items: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(item for item in items if item != gone)


PAGES = st.sampled_from(["https://app.example.com", "http://localhost:3000", "https://app.example.com:8443"])
TARGETS = st.sampled_from(["https://api.example.net/v1?x=1", "https://api.example.com/", "https://localhost:8443/a"])
METHODS = st.sampled_from(["GET", "HEAD", "POST", "PUT", "patch", "PATCH", "delete", "OPTIONS", "PURGE", "x-Own"])
# Not `*`: a request header of that name cannot be listed without listing everything.
NAMES = st.sampled_from(
    [
        "Accept",
        "Accept-Language",
        "Content-Language",
        "Content-Type",
        "Range",
        "X-Key",
        "x-key",
        "authorization",
        "DPR",
        "Save-Data",
        "User-Agent",
        "Cookie",
        "Sec-Own",
        "X-HTTP-Method-Override",
        "If-Match",
    ]
)
VALUES = st.one_of(
    st.sampled_from(["", "1", "on", "TRACE", "text/plain", "application/json", "bytes=0-5", "Bytes=0-5", "a@b", "de"]),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), max_size=12),
    st.just("a" * 120),
    st.just("a" * 200),
)
HEADERS = st.lists(st.tuples(NAMES, VALUES), max_size=10).map(lambda pairs: HeaderList(tuple(pairs)))
BODIES = st.sampled_from(
    [None, Body("{}"), Body("{}", None), Body("{}", "application/json"), Body("a=b", "text/plain")]
)


@st.composite
def requests(draw: st.DrawFn) -> Request:
    """Requests that only CORS can stop."""
    page = url(draw(PAGES))
    target = draw(TARGETS)
    method = draw(METHODS)
    return Request(
        page=Page(page.origin, page),
        url=url(target),
        url_text=target,
        method=method,
        headers=draw(HEADERS),
        body=None if method in ("GET", "HEAD") else draw(BODIES),
        credentials_mode=draw(st.sampled_from(CredentialsMode)),
        upload_listener=draw(st.booleans()),
    )


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=300, deadline=None)
@given(request=requests())
def test_the_least_policy_is_enough_and_each_part_is_needed(engine: str, request: Request) -> None:
    departures = ENGINES[engine]
    policy = least_policy(request, departures)
    assert outcome(request, policy, departures).resolved
    for less in weaker(policy):
        assert outcome(request, less, departures).failure is not None, less


@pytest.mark.parametrize("engine", ENGINES)
def test_star_serves_everybody_but_not_with_credentials(engine: str) -> None:
    page = url("https://app.example.com")
    request = Request(Page(page.origin, page), url("https://api.example.net/"), "https://api.example.net/")
    everybody = CorsPolicy(origins=("*",), credentials=True)
    assert outcome(request, everybody, ENGINES[engine]).allowed
    included = replace(request, credentials_mode=CredentialsMode.INCLUDE)
    assert not outcome(included, everybody, ENGINES[engine]).resolved


@each_row(
    ("policy", "origin", "allowed"),
    [
        pytest.param(CorsPolicy(), "https://a.example", False, id="nobody"),
        pytest.param(CorsPolicy(origins=("https://a.example",)), "https://a.example:8443", False, id="another port"),
        pytest.param(
            CorsPolicy(origins=("https://a.example/",)), "https://a.example", False, id="a slash is no origin"
        ),
        pytest.param(CorsPolicy(patterns=("https://*.a.example",)), "https://a.example", False, id="the domain itself"),
        pytest.param(CorsPolicy(patterns=("https://*.a.example",)), "https://evila.example", False, id="no dot before"),
        pytest.param(CorsPolicy(patterns=("https://*.a.example",)), "http://x.a.example", False, id="another scheme"),
        pytest.param(CorsPolicy(patterns=("https://*.a.example",)), "https://.a.example", False, id="an empty label"),
        pytest.param(CorsPolicy(patterns=("https://*.a.example",)), "https://u:p@x.a.example", False, id="user info"),
        pytest.param(CorsPolicy(patterns=("https://*.a.example",)), "https://b.x.a.example", True, id="at any depth"),
        pytest.param(CorsPolicy(origins=("https://a.example",)), "https://a.example", True, id="listed"),
        pytest.param(CorsPolicy(origins=("*",)), "null", True, id="everybody"),
    ],
)
def test_who_may_read(policy: CorsPolicy, origin: str, allowed: bool) -> None:
    assert allows_origin(policy, origin) is allowed


def test_an_answer_names_the_origin_and_says_that_it_varies() -> None:
    policy = CorsPolicy(("https://a.example",), methods=("PUT",), headers=("x-key",), expose=("ETag",), max_age=600)
    asked = HeaderList((("Origin", "https://a.example"),))
    actual = WireRequest(Role.ACTUAL, 0, "PUT", url("https://b.example/"), asked)
    assert respond(policy, actual).pairs == (
        ("Vary", "Origin"),
        ("Access-Control-Allow-Origin", "https://a.example"),
        ("Access-Control-Expose-Headers", "ETag"),
    )
    assert respond(policy, replace(actual, role=Role.PREFLIGHT, method="OPTIONS")).pairs[2:] == (
        ("Access-Control-Allow-Methods", "PUT"),
        ("Access-Control-Allow-Headers", "x-key"),
        ("Access-Control-Max-Age", "600"),
    )


def test_a_stranger_gets_no_permission_but_the_cache_key() -> None:
    asked = HeaderList((("Origin", "https://stranger.invalid"),))
    wire = WireRequest(Role.ACTUAL, 0, "GET", url("https://b.example/"), asked)
    assert respond(CorsPolicy(("https://a.example",)), wire).pairs == (("Vary", "Origin"),)


@pytest.mark.parametrize(
    ("page", "mode"),
    [
        pytest.param("https://api.example.com", Mode.CORS, id="same origin"),
        pytest.param("https://app.example.com", Mode.NO_CORS, id="no-cors"),
    ],
)
def test_what_needs_no_cors_needs_no_policy(page: str, mode: Mode) -> None:
    here = url(page)
    target = "https://api.example.com/v1"
    request = Request(Page(here.origin, here), url(target), target, mode=mode)
    assert least_policy(request) == CorsPolicy()
