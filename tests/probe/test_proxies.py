"""Which proxy, and when none."""

from __future__ import annotations

import pytest

from cors_tui.probe.failures import FailedError
from cors_tui.probe.proxies import Proxy, choose_proxy, is_loopback, is_spared, parse_proxy
from cors_tui.standards.url import Url, parse_url
from tests.rows import each_row


def url(text: str) -> Url:
    found = parse_url(text)
    assert found is not None
    return found


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "app.localhost", "127.0.0.1", "127.9.9.9", "[::1]", "::1"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["localhost.example", "mylocalhost", "128.0.0.1", "0.0.0.0", "[::2]", "10.0.0.1", ""])
def test_other_machines(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_loopback_never_goes_through_a_proxy_even_a_given_one(host: str) -> None:
    assert choose_proxy(url(f"http://{host}:3000/"), "http://proxy:1", {"http": "http://proxy:2"}, "") is None


@pytest.mark.parametrize(
    ("target", "expected", "given_by"),
    [
        ("http://api.example.test/", "http://one:1", "http_proxy"),
        ("https://api.example.test/", "http://two:2", "all_proxy"),
        ("http://spared.example.test/", None, ""),
    ],
)
def test_the_systems_proxy(target: str, expected: str | None, given_by: str) -> None:
    system = {"http": "http://one:1", "all": "two:2"}
    found = choose_proxy(url(target), "", system, "spared.example.test")
    assert (str(found) if found else None) == expected
    assert (found.given_by if found else "") == given_by


def test_a_given_proxy_wins_over_the_system_and_what_it_spares() -> None:
    found = choose_proxy(url("http://a.test/"), "http://given:3", {"http": "http://one:1"}, "a.test")
    assert found == Proxy("http", "given", 3, "--proxy")


@each_row(
    ("spared", "host", "expected"),
    [
        ("example.test", "example.test", True),
        ("example.test", "api.example.test", True),
        (".example.test", "api.example.test", True),
        ("*.example.test", "api.example.test", True),
        ("example.test", "notexample.test", False),
        ("", "example.test", False),
        (" , ", "example.test", False),
        ("*", "anything", True),
        ("10.0.0.0/8", "10.2.3.4", True),
        ("10.0.0.0/8", "11.2.3.4", False),
        ("fd00::/8", "[fd00::2]", True),
        ("a.test b.test", "b.test", True),
        ("a.test:8080", "a.test", False),
        ("a.test:80", "a.test", True),
        ("A.TEST", "a.test", True),
    ],
)
def test_no_proxy(spared: str, host: str, expected: bool) -> None:
    assert is_spared(host, 80, spared) is expected


def test_a_password_of_a_proxy_is_not_shown() -> None:
    found = parse_proxy("http://me:p%40w@proxy:3128", "--proxy")
    assert found.authorization == "Basic bWU6cEB3"
    assert "bWU6" not in repr(found) + str(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("proxy:3128", "http://proxy:3128"), ("proxy", "http://proxy:1080"), ("https://proxy", "https://proxy:443")],
)
def test_short_forms(text: str, expected: str) -> None:
    assert str(parse_proxy(text, "--proxy")) == expected


@pytest.mark.parametrize(("text", "says"), [("socks5h://p:1", "socks5h proxy"), ("http://", "not a URL")])
def test_what_cannot_be_a_proxy_is_said(text: str, says: str) -> None:
    with pytest.raises(FailedError, match=says):
        parse_proxy(text, "--proxy")
