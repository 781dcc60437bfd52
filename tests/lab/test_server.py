"""The lab server on real sockets: what is served, swapped, refused, remembered and closed."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl

import pytest

from cors_tui.lab import server as lab_server
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.lab.server import LabServer
from tests.lab.talking import request, say, shake_hands

GET = request("GET", "/", "Connection: close")


def hello(asked: Asked) -> Reply:
    return Reply(body=f"hello {asked.method} {asked.target} {asked.body}")


def fail(asked: Asked) -> Reply:
    raise ValueError("a mistake in a scenario")


def has_ipv6_loopback() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as sock:
            sock.bind(("::1", 0))
    except OSError:
        return False
    return True


async def slowly(asked: Asked) -> Reply:
    await asyncio.sleep(0)
    return Reply(body="awaited")


async def test_each_name_has_a_port_of_its_own_and_its_own_answers() -> None:
    async with LabServer({"a": hello, "b": slowly}) as server:
        assert server.ports["a"] != server.ports["b"]
        assert (await say(server.ports["a"], GET)).endswith(b"hello GET / ")
        assert (await say(server.ports["b"], GET)).endswith(b"awaited")


async def test_only_the_names_over_tls_speak_it() -> None:
    async with LabServer({"a": hello, "b": hello}, over_tls={"a"}) as server:
        with pytest.raises(ssl.SSLCertVerificationError):
            await shake_hands(server.ports["a"], ssl.create_default_context())
        assert (await say(server.ports["b"], GET)).endswith(b"hello GET / ")


async def test_both_addresses_of_localhost_answer_on_the_same_port() -> None:
    async with LabServer({"a": hello}) as server:
        for host in ("127.0.0.1", "::1"):
            if host == "::1" and not has_ipv6_loopback():
                pytest.skip("this machine has no ::1")
            assert (await say(server.ports["a"], GET, host=host)).endswith(b"hello GET / ")


async def test_a_body_reaches_the_handler_and_the_memory() -> None:
    async with LabServer({"a": hello}, remember=2) as server:
        for target in ("/1", "/2", "/3"):
            answer = await say(server.ports["a"], request("POST", target, "X-One: 1", "X-One: 2", body="{}"))
            assert answer.endswith(f"hello POST {target} {{}}".encode())
        seen = server.asked("a")
        assert [asked.target for asked in seen] == ["/2", "/3"]
        assert seen[0].headers.get_all("x-one") == ("1", "2")
        assert seen[0].port == server.ports["a"]


async def test_two_requests_on_one_connection_are_two_answers() -> None:
    async with LabServer({"a": hello}) as server:
        answer = await say(server.ports["a"], request("GET", "/1") + request("GET", "/2"))
        assert answer.count(b"HTTP/1.1 200 OK") == 2


async def test_nothing_follows_raw_bytes_on_a_connection() -> None:
    async with LabServer({"a": lambda asked: Reply(raw="\x00junk")}) as server:
        assert await say(server.ports["a"], request("GET", "/1") + request("GET", "/2")) == b"\x00junk"


async def test_a_connection_can_be_closed_without_a_byte() -> None:
    async with LabServer({"a": lambda asked: Reply(close="no-answer")}) as server:
        assert await say(server.ports["a"], GET) == b""
        assert len(server.asked("a")) == 1


async def test_a_client_that_waits_for_permission_gets_it() -> None:
    async with LabServer({"a": hello}) as server:
        answer = await say(server.ports["a"], request("POST", "/", "Expect: 100-continue", body="x"))
        assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n")


async def test_garbage_is_refused_and_not_remembered() -> None:
    async with LabServer({"a": hello}) as server:
        assert (await say(server.ports["a"], b"\x16\x03\x01")).startswith(b"HTTP/1.1 400 ")
        assert server.asked("a") == ()


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: ", request("POST", "/", body="12")[:-1]])
async def test_a_client_that_dawdles_is_let_go(begun: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_server, "REQUEST_SECONDS", 0.05)
    async with LabServer({"a": hello}) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.ports["a"])
        writer.write(begun)
        async with asyncio.timeout(10):
            assert await reader.read() == b""
        writer.close()
        assert server.asked("a") == ()


async def test_a_closed_port_refuses_until_it_is_served_and_refuses_again() -> None:
    async with LabServer({"a": None}) as server:
        port = server.ports["a"]
        for _ in range(2):
            with pytest.raises(ConnectionRefusedError):
                await say(port, GET)
            await server.serve({"a": hello})
            assert server.ports["a"] == port
            assert (await say(port, GET)).endswith(b"hello GET / ")
            await server.serve({"a": None})


async def test_a_swap_changes_the_next_answer_even_on_an_open_connection() -> None:
    async with LabServer({"a": lambda asked: Reply(body="broken")}) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.ports["a"])
        writer.write(request("GET", "/"))
        assert (await reader.readuntil(b"broken")).startswith(b"HTTP/1.1 200")
        await server.serve({"a": lambda asked: Reply(body="repaired")})
        writer.write(request("GET", "/"))
        assert (await reader.readuntil(b"repaired")).startswith(b"HTTP/1.1 200")
        writer.close()


async def test_a_name_that_is_not_there_cannot_be_served() -> None:
    async with LabServer({"a": hello}) as server:
        with pytest.raises(KeyError):
            await server.serve({"b": hello})


async def test_a_mistake_in_a_handler_is_a_500_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    async with LabServer({"a": fail}) as server:
        with caplog.at_level(logging.ERROR, "cors_tui.lab.server"):
            assert (await say(server.ports["a"], GET)).startswith(b"HTTP/1.1 500 ")
    assert "a handler of the lab failed on GET /" in caplog.text


async def test_leaving_ends_open_connections_and_frees_the_port() -> None:
    heard = asyncio.Event()

    def dawdle(asked: Asked) -> Reply:
        heard.set()
        return Reply(delay=3600)

    async with LabServer({"a": dawdle}) as server:
        port = server.ports["a"]
        _, idle = await asyncio.open_connection("127.0.0.1", port)
        reader, waiting = await asyncio.open_connection("127.0.0.1", port)
        waiting.write(GET)
        await heard.wait()
    async with asyncio.timeout(10):
        assert await reader.read() == b""
    for writer in (idle, waiting):
        writer.close()
    with pytest.raises(ConnectionRefusedError):
        await say(port, GET)


async def test_a_failure_to_start_leaves_nothing_open() -> None:
    async with LabServer({"a": hello}) as holder:
        taken = LabServer({"b": hello})
        taken._gates["b"].port = holder.ports["a"]
        with pytest.raises(OSError, match="in use"):
            await taken.__aenter__()
