"""The ways a probe takes: addresses, proxies, tunnels, certificates, HTTP/2."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from cors_tui.case import Connection
from cors_tui.probe.prober import Prober
from cors_tui.standards.response import NetworkError, NetworkFailure
from tests.probe.asking import OK, QUICK, answering, ask, closed_port, failure, response, wire
from tests.probe.servers import Certificates, listening, says, speaking_first, speaks_http2


async def test_nobody_listens() -> None:
    port = closed_port()
    answer = await ask(f"http://127.0.0.1:{port}/")
    assert failure(answer) is NetworkFailure.CONNECTION_REFUSED
    assert isinstance(answer, NetworkError)
    assert (answer.detail, answer.address) == ("Connection refused", f"127.0.0.1:{port}")


async def test_a_name_that_does_not_resolve() -> None:
    assert failure(await ask("http://no-such-host.invalid/", replace(QUICK, max_time=8))) in (
        NetworkFailure.NAME_NOT_RESOLVED,
        NetworkFailure.TIMED_OUT,
    )


async def test_localhost_is_both_addresses() -> None:
    """A server on ::1 and another on 127.0.0.1 at the same port: ::1 first, either can be asked by itself."""
    async with listening(says(OK.replace(b"200", b"201")), host="127.0.0.1") as four:
        url = f"http://localhost:{four.port}/"
        assert response(await ask(url)).status == 201
        async with listening(says(OK.replace(b"200", b"206")), host="::1", port=four.port) as six:
            statuses = [response(await ask(url, address=address)).status for address in ("", "::1", "127.0.0.1")]
            async with Prober(QUICK) as prober:
                assert await prober.addresses(wire(url).url) == ("::1", "127.0.0.1")
    assert statuses == [206, 206, 201]
    assert six.asked[0].startswith(f"GET / HTTP/1.1\r\nHost: localhost:{four.port}\r\n".encode())


async def test_connect_to_resolve_and_direct_keep_the_host() -> None:
    async with answering(says(OK)) as (server, _):
        here, host = f"127.0.0.1:{server.port}", b"Host: api.example.test\r\n"
        url = "http://api.example.test/"
        ways = [
            await ask(url, replace(QUICK, connect_to=(f"api.example.test:80:{here}",))),
            await ask(url, replace(QUICK, connect_to=(here,))),
            await ask(url, direct=here),
            await ask(f"http://api.example.test:{server.port}/",
                      replace(QUICK, resolve=(f"api.example.test:{server.port}:127.0.0.1",))),
        ]  # fmt: skip
    assert [response(answer).status for answer in ways] == [200] * 4
    assert [host in asked for asked in server.asked] == [True, True, True, False]
    assert f"Host: api.example.test:{server.port}".encode() in server.asked[3]


async def test_a_system_proxy_is_used_but_never_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_PROXY", "no_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    async with answering(says(OK)) as (proxy, url), answering(says(OK)) as (target, target_url):
        monkeypatch.setenv("http_proxy", url.replace("//", "//me:pw@"))
        assert response(await ask("http://api.example.test/a?b")).status == 200
        assert response(await ask(target_url)).status == 200
    assert len(target.asked) == 1
    assert proxy.asked == [
        b"GET http://api.example.test/a?b HTTP/1.1\r\nHost: api.example.test\r\n"
        b"Proxy-Authorization: Basic bWU6cHc=\r\n\r\n"
    ]


async def test_https_goes_through_a_tunnel(certificates: Certificates) -> None:
    async with listening(says(OK), context=certificates.server("good")) as target:

        async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            there, back = await asyncio.open_connection("127.0.0.1", target.port)
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            pumps = [asyncio.ensure_future(_pump(reader, back)), asyncio.ensure_future(_pump(there, writer))]
            try:
                await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for pump in pumps:
                    pump.cancel()
                await asyncio.gather(*pumps, return_exceptions=True)
                back.close()
                await back.wait_closed()

        async with listening(tunnel) as proxy:
            given = Connection(proxy=f"http://127.0.0.1:{proxy.port}", cacert=str(certificates.authority), max_time=3)
            answer = await ask("https://api.example.test/", given)
    assert response(answer).status == 200
    assert proxy.asked[0].startswith(b"CONNECT api.example.test:443 HTTP/1.1\r\nHost: api.example.test:443\r\n")
    assert target.asked == [b"GET / HTTP/1.1\r\nHost: api.example.test\r\n\r\n"]


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(9999):
        writer.write(data)
        await writer.drain()


@pytest.mark.parametrize(
    ("proxy", "says_what"),
    [
        pytest.param("socks5://127.0.0.1:1080", "socks5 proxy, which is not supported", id="socks"),
        pytest.param("http://127.0.0.1:CLOSED", "connection refused", id="nobody there"),
        pytest.param("http://127.0.0.1:DENIES", "407 Proxy Authentication Required", id="wants a password"),
        pytest.param("http://127.0.0.1:SILENT", "without an answer", id="closes"),
    ],
)
async def test_a_proxy_that_fails_is_named(proxy: str, says_what: str) -> None:
    denies = says(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    async with listening(denies) as one, listening(says(b"")) as two:
        ports = {"CLOSED": closed_port(), "DENIES": one.port, "SILENT": two.port}
        for word, port in ports.items():
            proxy = proxy.replace(word, str(port))
        answer = await ask("https://api.example.test/", replace(QUICK, proxy=proxy))
    assert failure(answer) is NetworkFailure.PROXY_FAILED
    assert isinstance(answer, NetworkError)
    assert says_what in answer.detail


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        pytest.param("good", "https://localhost:{}/", None, id="trusted"),
        pytest.param("good", "https://127.0.0.1:{}/", None, id="trusted, by address"),
        pytest.param("other", "https://localhost:{}/", NetworkFailure.TLS_NAME_MISMATCH, id="another name"),
        pytest.param("expired", "https://localhost:{}/", NetworkFailure.TLS_EXPIRED, id="expired"),
    ],
)
async def test_certificates_are_checked(
    certificates: Certificates, name: str, url: str, expected: NetworkFailure | None
) -> None:
    async with listening(says(OK), context=certificates.server(name)) as server:
        checked = await ask(url.format(server.port), Connection(cacert=str(certificates.authority), max_time=3))
        insecure = await ask(url.format(server.port), Connection(insecure=True, max_time=3))
    assert response(insecure).status == 200
    assert (checked.failure if isinstance(checked, NetworkError) else None) is expected


async def test_the_systems_store_does_not_know_a_throwaway_authority(certificates: Certificates) -> None:
    async with listening(says(OK), context=certificates.server("good")) as server:
        assert failure(await ask(f"https://localhost:{server.port}/", Connection(max_time=3))) is (
            NetworkFailure.TLS_UNTRUSTED
        )


async def test_plain_http_on_the_https_port_is_a_tls_failure() -> None:
    async with listening(speaking_first(says(b"HTTP/1.1 400 Bad Request\r\n\r\n"))) as server:
        answer = await ask(f"https://127.0.0.1:{server.port}/", Connection(max_time=3))
    assert failure(answer) is NetworkFailure.TLS_FAILED


async def test_http2_where_the_server_picks_it(certificates: Certificates) -> None:
    got: list[tuple[str, str]] = []
    talk = speaks_http2([(":status", "204"), ("access-control-allow-origin", "*"), ("x", "1"), ("x", "2")], b"", got)
    async with listening(talk, context=certificates.server("good", "h2")) as server:
        pairs = (("Connection", "keep-alive"), ("X-B", "\xe9"), ("Accept", "*/*"))
        given = Connection(cacert=str(certificates.authority), max_time=3)
        found = response(await ask(f"https://localhost:{server.port}/a?b", given, "patch", headers=pairs))
    assert got == [
        (":method", "patch"), (":authority", f"localhost:{server.port}"), (":scheme", "https"), (":path", "/a?b"),
        ("x-b", "\xe9"), ("accept", "*/*"),
    ]  # fmt: skip
    assert (found.status, found.http_version) == (204, "2")
    assert found.headers.pairs == (("access-control-allow-origin", "*"), ("x", "1"), ("x", "2"))


async def test_a_route_can_be_said_before_it_is_taken() -> None:
    async with Prober(Connection(connect_to=("nonsense",))) as prober:
        route = prober.route(wire("http://api.example.test/").url)
    assert isinstance(route, NetworkError)
    assert "HOST1:PORT1:HOST2:PORT2" in route.detail
