"""A status that stands beside the browser's sentence: near misses first."""

from __future__ import annotations

import pytest

from cors_tui.inputs.readers.console import read
from tests.rows import each_row

LINE = (
    "Access to fetch at 'https://api.test/v1/items' from origin 'http://localhost:3000' has been blocked by CORS "
    "policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."
)
LOADED = "Failed to load resource: the server responded with a status of"
WILDCARD = LINE.replace(
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*'",
)


@each_row(
    ("text", "status"),
    [
        pytest.param(f"favicon.ico:1 {LOADED} 404 (Not Found)\n{LINE}", None, id="of another file"),
        pytest.param(f"GET https://other.test/ 500\n{LINE}", None, id="of another URL"),
        pytest.param(f"{LINE}\nthe server listens on port 5000, v4.0.4, 500ms, 404.html", None, id="other numbers"),
        pytest.param(f"{LINE}\nThe API returns 200 in a terminal.", None, id="what works elsewhere"),
        pytest.param(f"{LINE}\nIt returns 401 without and 403 with a token.", None, id="two that differ"),
        pytest.param(f"{LOADED} 502 ()\n{LINE}\n{LINE.replace('items', 'b')}", None, id="of which of two?"),
        pytest.param(f"{WILDCARD}\nIt returns 403.", None, id="the header was there"),
        pytest.param(f"{LOADED} 502 (Bad Gateway)\n{LINE}", 502, id="a line before"),
        pytest.param(f"/#/page:1 {LINE}\n:3000/#/:1 {LOADED} 504 ()", 504, id="a page's own place before it"),
        pytest.param(f"[Error] {LOADED} 403 (Forbidden) (items, line 0)\n{LINE}", 403, id="Safari's file behind"),
        pytest.param(f"api.test/v1/items:1 {LOADED} 500 ()\nx.png:1 {LOADED} 404 ()\n{LINE}", 500, id="by its URL"),
        pytest.param(f"POST https://api.test/v1/items 413\n{LINE}", 413, id="a bare number"),
        pytest.param(f"The preflight returns 403. {LINE}", 403, id="in words"),
        pytest.param(f"{LINE} Server says `413 Request Entity Too Large`.", 413, id="with its phrase"),
        pytest.param(f"{LINE} All I get is a 502 error.", 502, id="an error"),
    ],
)
def test_a_status_beside_the_line(text: str, status: int | None) -> None:
    assert read(text).readings[0].status == status
