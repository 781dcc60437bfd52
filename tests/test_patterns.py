"""Which origins a pattern stands for: near misses first."""

from __future__ import annotations

import pytest

from cors_tui.patterns import read_pattern
from tests.rows import each_row


@each_row(
    ("pattern", "origin"),
    [
        pytest.param("https://*.example.com", "https://example.com", id="the domain itself is no sub-domain"),
        pytest.param("https://*.example.com", "https://evilexample.com", id="a name that only ends alike"),
        pytest.param("https://*.example.com", "https://a.example.com.evil.test", id="a name that only begins alike"),
        pytest.param("https://*.example.com", "https://a.exampleXcom", id="the dot is a dot"),
        pytest.param("https://*.example.com", "http://a.example.com", id="another scheme"),
        pytest.param("https://*.example.com", "https://a.example.com:8443", id="another port"),
        pytest.param("https://*.example.com", "https://.example.com", id="an empty label"),
        pytest.param("https://*.example.com", "https://a..example.com", id="an empty label in the middle"),
        pytest.param("https://*.example.com", "https://a.example.com\n", id="a newline at the end"),
        pytest.param("https://*.example.com", "https://evil.test/.example.com", id="a path"),
        pytest.param("https://*.example.com", "https://evil.test#.example.com", id="a fragment"),
        pytest.param("https://*.example.com", "https://user@a.example.com", id="a user"),
        pytest.param("https://*.example.com", "null", id="null"),
        pytest.param("https://*.example.com:8443", "https://a.example.com", id="the port is wanted"),
        pytest.param("http://localhost:*", "http://localhost.evil.test", id="localhost as a label"),
        pytest.param("http://localhost:*", "http://localhost:3000.evil.test", id="a port that is none"),
        pytest.param("http://localhost:*", "https://localhost:3000", id="https on loopback"),
        pytest.param("http://127.0.0.1:*", "http://127a0b0c1:80", id="an address with other separators"),
    ],
)
def test_not_matched(pattern: str, origin: str) -> None:
    read = read_pattern(pattern)
    assert read is not None
    assert not read.matches(origin)


@pytest.mark.parametrize(
    ("pattern", "origin"),
    [
        pytest.param("https://*.example.com", "https://a.example.com", id="one label"),
        pytest.param("https://*.example.com", "https://a.b-2.example.com", id="two labels"),
        pytest.param("https://*.example.com:8443", "https://a.example.com:8443", id="with the port"),
        pytest.param("http://localhost:*", "http://localhost:5173", id="any port"),
        pytest.param("http://localhost:*", "http://localhost", id="the default port"),
        pytest.param("http://127.0.0.1:*", "http://127.0.0.1:3000", id="IPv4 loopback"),
        pytest.param("http://[::1]:*", "http://[::1]:3000", id="IPv6 loopback"),
    ],
)
def test_matched(pattern: str, origin: str) -> None:
    read = read_pattern(pattern)
    assert read is not None
    assert read.matches(origin)


@each_row(
    "text",
    [
        "https://app.example.com",
        "https://*example.com",
        "https://*",
        "*",
        "*.example.com",
        "https://a.*.example.com",
        "https://*.*.example.com",
        "https://example.*",
        "https://*.example.com/",
        "https://*.Example.com",
        "https://*.example.com:*",
        "https://app.example.com:*",
        r"https://.*\.example\.com",
        "https://*.exa mple.com",
        "https://*.example.com\n",
    ],
)
def test_not_a_pattern(text: str) -> None:
    """Nothing wild in it, or wild where a stranger could fill it in."""
    assert read_pattern(text) is None
