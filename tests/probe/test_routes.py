"""curl's meanings of --connect-to and --resolve."""

from __future__ import annotations

import pytest

from cors_tui.case import Connection
from cors_tui.probe.failures import FailedError
from cors_tui.probe.routes import connected_to, plan_route, read_connect_to, read_direct, read_resolve, resolved
from cors_tui.standards.url import Url, parse_url
from tests.rows import each_row


def url(text: str) -> Url:
    found = parse_url(text)
    assert found is not None
    return found


@each_row(
    ("rules", "expected"),
    [
        pytest.param([], ("api.test", 443), id="none"),
        pytest.param(["other.test:443:b:1"], ("api.test", 443), id="another host"),
        pytest.param(["api.test:80:b:1"], ("api.test", 443), id="another port"),
        pytest.param(["api.test:443:b:1"], ("b", 1), id="both match"),
        pytest.param(["API.test:443:b:1"], ("b", 1), id="names have no case"),
        pytest.param(["::b:1"], ("b", 1), id="empty is any"),
        pytest.param(["api.test::b:"], ("b", 443), id="an empty port stays"),
        pytest.param(["api.test:443::1"], ("api.test", 1), id="an empty host stays"),
        pytest.param(["b:1"], ("b", 1), id="the short form is for everything"),
        pytest.param(["x:1:c:2", "::b:1", "::c:2"], ("b", 1), id="the first that matches"),
        pytest.param(["::[::1]:8080"], ("[::1]", 8080), id="IPv6 in brackets"),
    ],
)
def test_connect_to(rules: list[str], expected: tuple[str, int]) -> None:
    assert connected_to(Connection(connect_to=tuple(rules)), "api.test", 443) == expected


@pytest.mark.parametrize("text", ["", "b", "a:1:b", "a:1:b:2:3", "a:x:b:1", "::b:99999", "::1:8080:1"])
def test_a_connect_to_that_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(FailedError, match="--connect-to"):
        read_connect_to(text)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param(["api.test:80:127.0.0.1"], (), id="another port"),
        pytest.param(["api.test:443:127.0.0.1"], ("127.0.0.1",), id="one"),
        pytest.param(["api.test:443:127.0.0.1,[::1]"], ("127.0.0.1", "::1"), id="two"),
        pytest.param(["*:443:127.0.0.1"], ("127.0.0.1",), id="any host"),
        pytest.param(["api.test:443:::1"], ("::1",), id="IPv6 without brackets"),
        pytest.param(["+api.test:443:127.0.0.1"], ("127.0.0.1",), id="with a plus"),
        pytest.param(["*:443:10.0.0.1", "api.test:443:127.0.0.1"], ("127.0.0.1",), id="an exact host wins"),
        pytest.param(["api.test:443:10.0.0.1", "api.test:443:127.0.0.1"], ("127.0.0.1",), id="the last wins"),
    ],
)
def test_resolve(rules: list[str], expected: tuple[str, ...]) -> None:
    assert resolved(Connection(resolve=tuple(rules)), "api.test", 443) == expected


@pytest.mark.parametrize("text", ["", "a", "a:1", "a:x:1.2.3.4", "a:1:", ":1:1.2.3.4", "a::1.2.3.4"])
def test_a_resolve_that_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(FailedError, match="--resolve"):
        read_resolve(text)


def test_resolve_applies_to_where_connect_to_leads() -> None:
    given = Connection(connect_to=("api.test:443:edge.test:8443",), resolve=("edge.test:8443:127.0.0.9",))
    route = plan_route(url("https://api.test/"), given)
    assert (route.host, route.port, route.addresses) == ("edge.test", 8443, ("127.0.0.9",))


def test_direct_goes_around_the_proxy_and_connect_to() -> None:
    given = Connection(connect_to=("::edge.test:1",), proxy="http://proxy:3128")
    route = plan_route(url("https://api.test/"), given, direct="10.0.0.1:8443")
    assert (route.host, route.port, route.proxy) == ("10.0.0.1", 8443, None)


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("10.0.0.1:8443", "10.0.0.1", 8443), ("origin.test", "origin.test", None), ("[::1]:80", "[::1]", 80),
        ("::1", "[::1]", None), ("https://origin.test:8443/x", "origin.test", 8443),
        (" origin.test/ ", "origin.test", None),
    ],
)  # fmt: skip
def test_an_origin_servers_address_as_people_write_it(text: str, host: str, port: int | None) -> None:
    found = read_direct(text)
    assert (found.to_host, found.to_port) == (host, port)


@pytest.mark.parametrize("text", ["", " ", "a:b", "a:0", "a:99999", "a b", "me@a", "https://"])
def test_an_origin_servers_address_that_is_none_is_said(text: str) -> None:
    with pytest.raises(FailedError, match="origin server's address"):
        read_direct(text)


def test_an_address_goes_around_everything() -> None:
    given = Connection(connect_to=("::edge.test:1",), proxy="http://proxy:3128")
    route = plan_route(url("https://api.test:8443/"), given, address="[::1]")
    assert (route.host, route.port, route.addresses, route.proxy) == ("api.test", 8443, ("::1",), None)


@pytest.mark.parametrize(
    ("target", "rules", "tunnel"),
    [("http://api.test/", (), False), ("https://api.test/", (), True), ("http://api.test/", ("::edge.test:1",), True)],
)
def test_when_a_proxy_is_asked_for_a_tunnel(target: str, rules: tuple[str, ...], tunnel: bool) -> None:
    """https needs one; plain http too, when the far end is another than the URL names (as curl does)."""
    route = plan_route(url(target), Connection(proxy="http://proxy:3128", connect_to=rules))
    assert route.proxy is not None
    assert route.tunnel is tunnel
