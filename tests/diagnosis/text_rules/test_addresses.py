"""What the shape of an address tells, near misses first."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.text_rules.addresses import address, is_near, pairs, shapes
from tests.rows import each_row

SHAPES = [
    ("https://api.example.com/users", set()),
    ("https://notngrok-like.example/x", set()),
    ("https://example.com/author/undefinedness", set()),
    ("https://x1.execute-api.eu-west-1.amazonaws.com/prod/a", {"gateway-host"}),
    ("https://s3.amazonaws.com/bucket/key", {"bucket-host", "s3-global-host"}),
    ("https://bucket.s3.eu-west-1.amazonaws.com/key", {"bucket-host"}),
    ("https://abc.supabase.co/functions/v1/f", {"function-host", "function-path"}),
    ("https://shop.onrender.com/x", {"app-host", "sleeping-host"}),
    ("https://1234.ngrok.io/x", {"tunnel-host"}),
    ("https://name-8000.app.github.dev/predict", {"private-tunnel-host"}),
    ("http://localhost:8080/x", {"local-url"}),
    ("http://[::1]:8080/x", {"local-url"}),
    ("http://192.168.1.4/x", {"private-url"}),
    ("http://backend:8000/x", {"bare-name"}),
    ("https://api.example/undefined/users", {"undefined-url"}),
    ("https://undefined.api.example/x", {"undefined-url"}),
    ("https://undefinedlabs.example/x", set()),
    ("http://localhost:3000undefined/x", {"undefined-url", "local-url"}),
    ("https://api.example//users", {"double-slash"}),
    ("http://https://api.example/users", {"two-schemes", "double-slash", "bare-name"}),
    ("https://localhost:5001/x", {"local-url", "https-at-home"}),
    ("http://localhost:5000/x", {"local-url", "airplay-port"}),
    ("http://localhost:3000/socket.io/?EIO=4", {"local-url", "socket-io"}),
    ("http://localhost:5173/@vite/client", {"local-url", "dev-server"}),
    ("https://www.example.com/x", {"www-url"}),
    ("https://login.example.com/", {"login-host"}),
    ("https://example.com/oauth2/authorize?x", {"login-url"}),
    ("https://example.com/login?next=%2Fapi", {"login-url", "login-path", "login-return"}),
    ("https://example.com/items?next=2", {"login-url"}),
    ("https://relay.example/v1/proxy/?quest=http://b.example/x", {"proxy-host"}),
    ("https://example.com/share?u=https%3A%2F%2Fb.example", set()),
    ("https://media.storage.googleapis.com/x", {"bucket-host"}),
    ("", set()),
]


@each_row(("text", "clues"), SHAPES, ids=[text or "no address" for text, _ in SHAPES])
def test_an_address_shows(text: str, clues: set[str]) -> None:
    assert set(shapes(address(text))) == clues


PAIRS = [
    ("https://api.example/x", "https://other.example", {"public-page"}),
    ("https://api.example.com/x", "https://app.example.com", {"public-page", "same-site"}),
    ("http://10.0.0.1:8080/x", "http://10.0.0.1:3000", {"same-host"}),
    ("http://10.0.0.1:8080/x", "null", {"null-page"}),
    ("http://localhost:8080/x", "https://www.example.com", {"public-page", "www-page"}),
    ("https://api.example/x", "http://localhost:3000", {"local-page"}),
    ("https://api.example/x", "chrome-extension://abc", {"extension-page"}),
    ("https://api.example/x", "capacitor://localhost", {"app-page"}),
    ("https://api.example/x", "http://localhost", {"app-page"}),
    ("http://localhost:8000/x", "http://localhost", {"local-page", "same-host"}),
    ("https://api.example/x", "", set()),
]


@each_row(("url", "page", "clues"), PAIRS)
def test_url_and_page_show_together(url: str, page: str, clues: set[str]) -> None:
    assert set(pairs(address(url), address(page))) == clues


@pytest.mark.parametrize(
    ("first", "second", "near"),
    [
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/x", "https://a.example/login", False),
        ("", "", False),
        ("https://a.example/x", "https://a.example/x/", True),
        ("http://a.example/x", "https://www.a.example/x", True),
    ],
)
def test_addresses_that_servers_redirect_between(first: str, second: str, near: bool) -> None:
    assert is_near(address(first), address(second)) is near
