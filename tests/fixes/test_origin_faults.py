"""Faults of one origin, with what to write instead."""

from __future__ import annotations

import pytest

from cors_tui.fixes.origin_faults import is_loopback, origin_faults
from tests.rows import each_row


@each_row(
    "origin",
    [
        "https://app.example.com",
        "https://app.example.com:8443",
        "http://localhost:3000",
        "http://app.localhost",
        "http://127.0.0.1:5173",
        "http://[::1]:3000",
        "https://xn--mnchen-3ya.de",
        "https://my_app.example.com",
        "https://app.example.com.",
        "capacitor://localhost",
        "chrome-extension://abcdefghijklmnop",
    ],
)
def test_no_fault(origin: str) -> None:
    assert list(origin_faults(origin, credentials=True)) == []


@each_row(
    ("origin", "codes", "instead"),
    [
        pytest.param("https://a.test/", ["trailing-slash"], "write https://a.test", id="slash"),
        pytest.param("https://a.test/app", ["path"], "write https://a.test", id="path"),
        pytest.param("https://a.test/app/", ["path"], "write https://a.test", id="path with a slash"),
        pytest.param("https://a.test?x=1", ["query"], "write https://a.test", id="query"),
        pytest.param("https://a.test#x", ["query"], "write https://a.test", id="fragment"),
        pytest.param("https://me@a.test", ["user"], "write https://a.test", id="user"),
        pytest.param("https://App.test", ["upper-case"], "write https://app.test", id="host in upper case"),
        pytest.param("HTTPS://a.test", ["upper-case"], "write https://a.test", id="scheme in upper case"),
        pytest.param("https://a.test:443", ["default-port"], "write https://a.test", id="the scheme's own port"),
        pytest.param("https://bücher.test", ["not-ascii"], "write https://xn--bcher-kva.test", id="umlaut"),
        pytest.param("http://127.1:80", ["default-port"], "write http://127.0.0.1", id="a short address"),
        pytest.param("http://0x7f.1", ["not-serialized"], "write http://127.0.0.1", id="an address in hex"),
        pytest.param("a.test", ["no-scheme"], "write https://a.test", id="no scheme"),
        pytest.param("a.test:3000", ["no-scheme"], "write https://a.test:3000", id="host and port"),
        pytest.param("localhost:3000", ["no-scheme"], "write http://localhost:3000", id="this machine and a port"),
        pytest.param("//a.test/app", ["no-scheme"], "write https://a.test", id="two slashes and no scheme"),
        pytest.param("https:/a.test", ["no-scheme"], "write https://a.test", id="one slash"),
        pytest.param(
            "http://a.test:80", ["default-port", "insecure-with-credentials"], "://a.test", id="http and its own port"
        ),
        pytest.param("http://a.test", ["insecure-with-credentials"], "https://a.test", id="http with credentials"),
        pytest.param(
            "https://A.test:443/", ["trailing-slash", "upper-case", "default-port"], "https://a.test", id="all"
        ),
    ],
)
def test_what_to_write_instead(origin: str, codes: list[str], instead: str) -> None:
    faults = list(origin_faults(origin, credentials=True))
    assert [fault.code for fault in faults] == codes
    assert all(fault.instead.endswith(instead) for fault in faults)


@each_row(
    ("origin", "code"),
    [
        ("null", "null"),
        ("", "not-an-origin"),
        (" https://a.test", "not-an-origin"),
        ("https://a.test\r\nX: y", "not-an-origin"),
        ("https://", "not-an-origin"),
        ("https://a b.test", "not-an-origin"),
        ("https://a.test:99999", "not-an-origin"),
        ("weird://'); process.exit(); ('", "not-an-origin"),
        ("https://a.test,https://b.test", "several"),
        ("https://*.a.test", "pattern"),
        ("file:///home/me/page.html", "opaque"),
        ("data:text/html,x", "opaque"),
        ("undefined", "no-scheme"),
    ],
)
def test_not_an_origin_at_all(origin: str, code: str) -> None:
    assert [fault.code for fault in origin_faults(origin, credentials=False)] == [code]


@pytest.mark.parametrize("origin", ["https://*.a.test", "*.a.test", "https://*.a.test/"])
def test_the_pattern_that_is_meant_is_written_as_one(origin: str) -> None:
    (fault,) = origin_faults(origin, credentials=False)
    assert "`--pattern https://*.a.test`" in fault.instead


def test_http_without_credentials_is_no_fault() -> None:
    assert list(origin_faults("http://a.test", credentials=False)) == []


@pytest.mark.parametrize("host", ["localhost.evil.test", "127.0.0.1.evil.test", "128.0.0.1", "mylocalhost"])
def test_not_loopback(host: str) -> None:
    assert not is_loopback(host)
