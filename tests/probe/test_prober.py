"""The probe against real servers on loopback, most of them hostile: always an answer, always in time."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import socket
import time
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from cors_tui.case import Connection
from cors_tui.probe.prober import Prober
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1_head import Leniency
from cors_tui.standards.request import Body, Role, WireRequest
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url
from tests.probe.servers import (
    Certificates,
    Listening,
    Talk,
    listening,
    repeats,
    says,
    says_and_holds,
    speaking_first,
    speaks_http2,
)  # fmt: skip

_QUICK = Connection(max_time=0.6)
_OK = b"HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\n\r\nok"


def wire(url: str, method: str = "GET", body: str | None = None) -> WireRequest:
    parsed = parse_url(url)
    assert parsed is not None
    return WireRequest(Role.ACTUAL, 0, method, parsed, body=None if body is None else Body(body))


async def ask(
    url: str, connection: Connection = _QUICK, method: str = "GET", body: str | None = None,
    headers: tuple[tuple[str, str], ...] = (), direct: str = "", address: str = "",
) -> Answer:  # fmt: skip
    async with Prober(connection) as prober:
        return await prober.send(wire(url, method, body), HeaderList(headers), direct=direct, address=address)


@contextlib.asynccontextmanager
async def answering(talk: Talk) -> AsyncIterator[tuple[Listening, str]]:
    async with listening(talk) as server:
        yield server, f"http://127.0.0.1:{server.port}/"


def failure(answer: Answer) -> NetworkFailure:
    assert isinstance(answer, NetworkError), answer
    return answer.failure


def response(answer: Answer) -> Response:
    assert isinstance(answer, Response), answer
    return answer


def closed_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


async def test_the_bytes_on_the_wire_are_those_given() -> None:
    """Order, case, the author's method and a target that others would escape; only what is missing is added."""
    async with answering(says(_OK)) as (server, url):
        pairs = (("Connection", "keep-alive"), ("ACCEPT", "*/*"), ("x-a", "\xe9"), ("X-A", "2"))
        answer = await ask(f"{url}a'b?{{}}|", method="patch", headers=pairs)
    assert server.asked == [
        f"patch /a'b?{{}}| HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nConnection: keep-alive\r\n"
        "ACCEPT: */*\r\nx-a: \xe9\r\nX-A: 2\r\n\r\n".encode("latin-1")
    ]
    found = response(answer)
    assert (found.status, found.body, found.http_version) == (200, "ok", "1.1")
    assert found.address == f"127.0.0.1:{server.port}"
    assert 0 < found.elapsed < 0.6


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        pytest.param(says_and_holds(b""), NetworkFailure.TIMED_OUT, id="never answers"),
        pytest.param(repeats(b"HTTP/1.1 200 OK\r\nA: ", b"x", 0.05), NetworkFailure.TIMED_OUT, id="drips its head"),
        pytest.param(repeats(b"", b"HTTP/1.1 103 E\r\n\r\n", 0.01), NetworkFailure.TIMED_OUT, id="drips 103s"),
        pytest.param(repeats(b"", b"HTTP/1.1 103 E\r\n\r\n" * 999), NetworkFailure.TOO_LARGE, id="floods 103s"),
        pytest.param(says(b""), NetworkFailure.CLOSED_WITHOUT_ANSWER, id="closes without a byte"),
        pytest.param(says(b"HTTP/1.1 2"), NetworkFailure.INCOMPLETE, id="half a status line"),
        pytest.param(says(b"SSH-2.0-OpenSSH_9.2\r\n"), NetworkFailure.NOT_HTTP, id="another protocol"),
        pytest.param(says_and_holds(b"\0" * 9000), NetworkFailure.NOT_HTTP, id="garbage that stays open"),
        pytest.param(repeats(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n" * 999), NetworkFailure.TOO_LARGE, id="endless head"),
    ],
)
async def test_a_server_that_gives_no_response_is_a_failure_in_time(talk: Talk, expected: NetworkFailure) -> None:
    given = replace(_QUICK, max_time=10) if expected is NetworkFailure.TOO_LARGE else _QUICK
    started = time.monotonic()
    async with answering(talk) as (_, url):
        answer = await ask(url, given)
    assert failure(answer) is expected
    assert time.monotonic() - started < given.max_time + 2
    assert isinstance(answer, NetworkError)
    assert answer.address
    assert answer.detail


@pytest.mark.parametrize(
    ("talk", "complete", "size"),
    [
        pytest.param(repeats(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 9999), True, 65536, id="endless body"),
        pytest.param(says(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), False, 4, id="half a body"),
        pytest.param(says_and_holds(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), False, 4, id="stuck body"),
        pytest.param(says_and_holds(b"HTTP/1.1 200 OK\r\n\r\nhalf"), False, 4, id="a body nobody ends"),
        pytest.param(says_and_holds(_OK), True, 2, id="kept alive"),
        pytest.param(says_and_holds(b"HTTP/1.1 204 No\r\nContent-Length: 9\r\n\r\n"), True, 0, id="204 with a length"),
    ],
)
async def test_a_response_stands_once_its_head_is_there(talk: Talk, complete: bool, size: int) -> None:
    """A browser has decided by then; the body is capped, and marked when it did not end well."""
    async with answering(talk) as (_, url):
        found = response(await ask(url))
    assert (found.body_complete, len(found.body)) == (complete, size)


async def test_escape_sequences_come_through_as_bytes() -> None:
    async with answering(says(b"HTTP/1.1 200 \x1b[2J\r\nX: \x1b]52;c;eA==\x07[/b]\r\n\r\n")) as (_, url):
        found = response(await ask(url))
    assert found.headers.get("x") == "\x1b]52;c;eA==\x07[/b]"
    assert found.leniencies == {Leniency.CONTROL_IN_VALUE}


async def test_a_large_body_is_answered_before_it_is_read() -> None:
    """413, and the connection closed, while we still write: the answer is what counts."""
    async with answering(says_and_holds(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")) as (_, url):
        assert response(await ask(url, method="POST", body="x" * 20_000_000)).status == 413


async def test_nobody_listens() -> None:
    port = closed_port()
    answer = await ask(f"http://127.0.0.1:{port}/")
    assert failure(answer) is NetworkFailure.CONNECTION_REFUSED
    assert isinstance(answer, NetworkError)
    assert (answer.detail, answer.address) == ("Connection refused", f"127.0.0.1:{port}")


async def test_a_name_that_does_not_resolve() -> None:
    assert failure(await ask("http://no-such-host.invalid/", replace(_QUICK, max_time=8))) in (
        NetworkFailure.NAME_NOT_RESOLVED,
        NetworkFailure.TIMED_OUT,
    )


async def test_localhost_is_both_addresses() -> None:
    """A server on ::1 and another on 127.0.0.1 at the same port: ::1 first, either can be asked by itself."""
    async with listening(says(_OK.replace(b"200", b"201")), host="127.0.0.1") as four:
        url = f"http://localhost:{four.port}/"
        assert response(await ask(url)).status == 201
        async with listening(says(_OK.replace(b"200", b"206")), host="::1", port=four.port) as six:
            statuses = [response(await ask(url, address=address)).status for address in ("", "::1", "127.0.0.1")]
            async with Prober(_QUICK) as prober:
                assert await prober.addresses(wire(url).url) == ("::1", "127.0.0.1")
    assert statuses == [206, 206, 201]
    assert six.asked[0].startswith(f"GET / HTTP/1.1\r\nHost: localhost:{four.port}\r\n".encode())


async def test_connect_to_resolve_and_direct_keep_the_host() -> None:
    async with answering(says(_OK)) as (server, _):
        here, host = f"127.0.0.1:{server.port}", b"Host: api.example.test\r\n"
        url = "http://api.example.test/"
        ways = [
            await ask(url, replace(_QUICK, connect_to=(f"api.example.test:80:{here}",))),
            await ask(url, replace(_QUICK, connect_to=(here,))),
            await ask(url, direct=here),
            await ask(f"http://api.example.test:{server.port}/",
                      replace(_QUICK, resolve=(f"api.example.test:{server.port}:127.0.0.1",))),
        ]  # fmt: skip
    assert [response(answer).status for answer in ways] == [200] * 4
    assert [host in asked for asked in server.asked] == [True, True, True, False]
    assert f"Host: api.example.test:{server.port}".encode() in server.asked[3]


async def test_a_system_proxy_is_used_but_never_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_PROXY", "no_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    async with answering(says(_OK)) as (proxy, url), answering(says(_OK)) as (target, target_url):
        monkeypatch.setenv("http_proxy", url.replace("//", "//me:pw@"))
        assert response(await ask("http://api.example.test/a?b")).status == 200
        assert response(await ask(target_url)).status == 200
    assert len(target.asked) == 1
    assert proxy.asked == [
        b"GET http://api.example.test/a?b HTTP/1.1\r\nHost: api.example.test\r\n"
        b"Proxy-Authorization: Basic bWU6cHc=\r\n\r\n"
    ]


async def test_https_goes_through_a_tunnel(certificates: Certificates) -> None:
    async with listening(says(_OK), context=certificates.server("good")) as target:

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
        answer = await ask("https://api.example.test/", replace(_QUICK, proxy=proxy))
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
    async with listening(says(_OK), context=certificates.server(name)) as server:
        checked = await ask(url.format(server.port), Connection(cacert=str(certificates.authority), max_time=3))
        insecure = await ask(url.format(server.port), Connection(insecure=True, max_time=3))
    assert response(insecure).status == 200
    assert (checked.failure if isinstance(checked, NetworkError) else None) is expected


async def test_the_systems_store_does_not_know_a_throwaway_authority(certificates: Certificates) -> None:
    async with listening(says(_OK), context=certificates.server("good")) as server:
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


async def test_an_encoded_body_is_decoded() -> None:
    body = gzip.compress(b"readable")
    async with answering(says(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + body)) as (_, url):
        found = response(await ask(url))
    assert (found.body, found.body_decoded) == ("readable", True)


async def test_two_at_a_time_for_one_host() -> None:
    async with listening(says_and_holds(b"")) as server:
        url = f"http://127.0.0.1:{server.port}/"
        async with Prober(Connection(max_time=0.3)) as prober:
            answers = await asyncio.gather(*(prober.send(wire(url), HeaderList()) for _ in range(4)))
    assert {failure(answer) for answer in answers} == {NetworkFailure.TIMED_OUT}
    assert (server.most_open, len(server.asked)) == (2, 4)


@pytest.mark.parametrize(
    ("url", "headers"),
    [
        pytest.param("ftp://example.test/", (), id="a scheme that is not HTTP"),
        pytest.param("http://127.0.0.1:PORT/", (("X-A", "b\r\nEvil: 1"),), id="a line break in a value"),
        pytest.param("http://127.0.0.1:PORT/", (("X-A", "€"),), id="a character that is no byte"),
    ],
)
async def test_what_must_not_be_sent_is_said(url: str, headers: tuple[tuple[str, str], ...]) -> None:
    async with listening(says(_OK)) as server:
        answer = await ask(url.replace("PORT", str(server.port)), headers=headers)
    assert failure(answer) is NetworkFailure.CANCELLED
    assert server.asked == []


async def test_stopping_the_task_stops_the_exchange() -> None:
    async with listening(says_and_holds(b"")) as server:
        task = asyncio.ensure_future(ask(f"http://127.0.0.1:{server.port}/", Connection(max_time=30)))
        await server.was_asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_a_route_can_be_said_before_it_is_taken() -> None:
    async with Prober(Connection(connect_to=("nonsense",))) as prober:
        route = prober.route(wire("http://api.example.test/").url)
    assert isinstance(route, NetworkError)
    assert "HOST1:PORT1:HOST2:PORT2" in route.detail
