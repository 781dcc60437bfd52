"""Several reasons at once: what real Chromium named on a page that may connect to its own origin alone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browsers.messages.playing import said_of
from tests.rows import each_row

OWN = {"page": {"headers": [["Content-Security-Policy", "connect-src 'self'"]]}}
HOME = "https://app.example.test/case/own"
VIOLATES = "violates the following Content Security Policy directive"


def led(target: str) -> dict[str, Any]:
    headers = [["Access-Control-Allow-Origin", "*"], ["Location", target]]
    return {"actual": {"redirects": [{"status": 307, "headers": headers, "body": ""}]}}


@each_row(
    ("asked", "server", "words"),
    [
        pytest.param({"url": "file:///case/own", "api": "xhr"}, {}, "Not allowed to load local", id="a local scheme"),
        pytest.param(
            {"url": HOME, "mode": "same-origin"}, led("https://x.test/"), "Unsafe attempt", id="led elsewhere"
        ),
        pytest.param({"url": HOME}, led("data:,x"), "net::ERR_UNSAFE_REDIRECT", id="what no redirect may lead to"),
        pytest.param(
            {"url": HOME}, led("https://u:p@x.test/"), "which is disallowed for cross-origin", id="a password"
        ),
        pytest.param({"mode": "same-origin", "url": "http://api.example.test/"}, {}, VIOLATES, id="mode same-origin"),
        pytest.param({"mode": "no-cors", "redirect": "manual"}, {}, VIOLATES, id="no-cors, not following"),
        pytest.param({"url": "https://api.example.test:25/"}, {}, VIOLATES, id="a port of mail"),
        pytest.param({"url": "ws://api.example.test/"}, {}, VIOLATES, id="a scheme that fetch has not"),
        pytest.param({"url": HOME}, led("foo:x"), VIOLATES, id="led to such a scheme"),
        pytest.param({"url": HOME}, led("http://a b/"), VIOLATES, id="led to no URL"),
        pytest.param({"url": HOME, "mode": "no-cors"}, led("https://u:p@x.test/"), VIOLATES, id="a password, no-cors"),
    ],
)
def test_which_reason_is_named(asked: dict[str, Any], server: dict[str, Any], words: str) -> None:
    told = "\n".join(said_of("chromium", asked, server, **OWN))
    assert words in told
    assert (VIOLATES in told) is (words is VIOLATES)


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        pytest.param({"api": "xhr"}, 1, id="XMLHttpRequest hears it once"),
        pytest.param({}, 2, id="fetch hears that it was refused, too"),
    ],
)
def test_how_often_it_is_told(asked: dict[str, Any], lines: int) -> None:
    assert len(said_of("chromium", asked, {}, **OWN)) == lines


def test_without_a_policy_the_other_reason_is_named() -> None:
    assert said_of("chromium", {"url": "https://api.example.test:25/"}, {}) == [
        "Failed to load resource: net::ERR_UNSAFE_PORT"
    ]
