"""Safari's words for schemes that are not the web's, and for redirects to them; as real WebKitGTK printed them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browsers.messages.playing import said_of

HOME = "https://app.example.test/case/own"
OWN = {"page": {"headers": [["Content-Security-Policy", "connect-src 'self'"]]}}
NO_CORS: dict[str, Any] = {"mode": "no-cors"}


def led(target: str) -> dict[str, Any]:
    headers = [["Access-Control-Allow-Origin", "*"], ["Location", target]]
    return {"actual": {"redirects": [{"status": 307, "headers": headers, "body": ""}]}}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param({"url": "wss://x.test/", **NO_CORS}, "", id="a secure scheme, no-cors"),
        pytest.param({"url": "blob:https://app.example.test/1"}, "", id="a blob of its own"),
        pytest.param({"url": "foo:x"}, "Cross origin requests are only supported for HTTP.", id="a scheme of nobody"),
        pytest.param({"url": "foo:x", **NO_CORS}, "requested insecure content from foo:x", id="the same, no-cors"),
        pytest.param({"url": "foo:x", "api": "module"}, "requested insecure content from foo:x", id="of a module"),
        pytest.param({"url": "foo:x", "api": "img"}, "was automatically upgraded and should", id="of an image"),
        pytest.param({"url": "wss://x.test/", "api": "css"}, "", id="a secure scheme, of a style sheet"),
        pytest.param({"url": "file:///x", "api": "img"}, "was not upgraded to HTTPS", id="an image that is a file"),
        pytest.param({"url": "file:///x", **NO_CORS}, "Not allowed to load local resource: file:///x", id="a file"),
    ],
)
def test_what_is_not_even_asked(asked: dict[str, Any], words: str) -> None:
    lines = said_of("webkit", asked, {})
    assert words in "\n".join(lines)
    assert bool(lines) is bool(words)


@pytest.mark.parametrize(
    ("asked", "target", "words", "names"),
    [
        pytest.param({}, "foo:x", "redirection with non CORS scheme", "/case/own", id="of a CORS response"),
        pytest.param({"url": HOME}, "data:,x", "redirection with non CORS scheme", "/case/own", id="a secure scheme"),
        pytest.param({"url": HOME}, "foo:x", "requested insecure content from foo:x", "/case/own", id="from home"),
        pytest.param({"url": HOME}, "file:///x", "Not allowed to load local resource", "/case/own", id="to a file"),
        pytest.param({"url": HOME, **NO_CORS}, "data:,x", "a scheme that is not HTTP(S)", "data:,x", id="no-cors"),
        pytest.param(
            {"url": HOME, "mode": "same-origin"}, "foo:x", "Unsafe attempt to load", "/case/own", id="at home"
        ),
    ],
)
def test_where_a_redirect_leads(asked: dict[str, Any], target: str, words: str, names: str) -> None:
    first, companion = said_of("webkit", asked, led(target))
    assert words in first
    assert companion.endswith(f"{names} due to access control checks.")


@pytest.mark.parametrize("target", ["foo:x", "https://[/", "https://u:p@third.test/"])
def test_the_pages_policy_comes_first_within_its_origin(target: str) -> None:
    first, second, _ = said_of("webkit", {"url": HOME}, led(target), **OWN)
    assert first.startswith(f"Refused to connect to {target.replace('u:p@', '')} because")
    assert second == "Blocked by Content Security Policy."
