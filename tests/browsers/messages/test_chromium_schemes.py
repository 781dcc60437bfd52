"""Chromium's words for schemes that are not the web's, and for redirects to them; as real Chromium printed them."""

from __future__ import annotations

from typing import Any

import pytest

from cors_tui.browsers.messages.chromium import write
from cors_tui.standards.request import Initiator, Mode, RedirectMode
from tests.standards.making import asks, ends, says

XHR: dict[str, Any] = {"initiator": Initiator.XHR}
SAME: dict[str, Any] = {"mode": Mode.SAME_ORIGIN}
NO_CORS: dict[str, Any] = {"mode": Mode.NO_CORS}
CORS_IMAGE: dict[str, Any] = {"initiator": Initiator.IMAGE}
IMAGE = CORS_IMAGE | NO_CORS


@pytest.mark.parametrize(
    ("url", "more", "words"),
    [
        pytest.param("about:blank", {}, "", id="the blank page"),
        pytest.param("foo:x", {}, 'URL scheme "foo" is not supported.', id="fetch of a scheme of nobody"),
        pytest.param("foo:x", XHR, "has been blocked by CORS policy", id="XMLHttpRequest of the same"),
        pytest.param("file:///x", {}, "Not allowed to load local resource: file:///x", id="a file"),
        pytest.param("localhost:8000/x", IMAGE, "net::ERR_UNKNOWN_URL_SCHEME", id="an image of a host without scheme"),
        pytest.param("localhost:8000/x", CORS_IMAGE, "has been blocked by CORS policy", id="the same with crossorigin"),
        pytest.param(
            "chrome://x/", IMAGE, "Not allowed to load local resource: chrome://x/", id="an image of Chrome's"
        ),
        pytest.param("chrome-extension://x/", {}, "", id="an extension"),
        pytest.param("https://api.example.net:25/", {}, "net::ERR_UNSAFE_PORT", id="a port of mail"),
    ],
)
def test_what_is_not_even_asked(url: str, more: dict[str, Any], words: str) -> None:
    request = asks(url, **more)
    lines = write(ends(request), request)
    assert words in "\n".join(line.text for line in lines)
    assert bool(lines) is bool(words)


@pytest.mark.parametrize(
    ("target", "more", "words"),
    [
        pytest.param("data:,x", {}, "net::ERR_UNSAFE_REDIRECT", id="to data:"),
        pytest.param("foo:x", {}, "has been blocked by CORS policy", id="to a scheme of nobody"),
        pytest.param("foo:x", NO_CORS, "net::ERR_UNKNOWN_URL_SCHEME", id="the same without CORS"),
        pytest.param("/2", {"redirect_mode": RedirectMode.ERROR}, "net::ERR_FAILED", id="where none may be"),
    ],
)
def test_where_a_redirect_leads(target: str, more: dict[str, Any], words: str) -> None:
    request = asks(**more)
    outcome = ends(request, says(302, {"Location": target, "Access-Control-Allow-Origin": "*"}))
    assert words in "\n".join(line.text for line in write(outcome, request))
