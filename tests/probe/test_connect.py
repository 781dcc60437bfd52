"""Names to addresses, and the first address that answers."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import subprocess
import sys

import pytest

from cors_tui.probe.connect import LOCALHOST, addresses, connect_any
from cors_tui.probe.failures import FailedError
from cors_tui.standards.response import NetworkFailure
from tests.probe.servers import listening, says


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", LOCALHOST), ("App.LOCALHOST.", LOCALHOST), ("127.0.0.1", ("127.0.0.1",)), ("[::1]", ("::1",)),
    ],
)  # fmt: skip
async def test_what_needs_no_resolver(host: str, expected: tuple[str, ...]) -> None:
    assert await addresses(host) == expected


async def test_a_name_is_asked_of_the_system_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """The resolver's order is kept, its repetitions (one a socket type) are not."""
    rows = [(0, 0, 0, "", (ip, 0)) for ip in ("192.0.2.7", "192.0.2.7", "2001:db8::1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)
    assert await addresses("api.example.test") == ("192.0.2.7", "2001:db8::1")


@pytest.mark.parametrize("host", ["a" * 64 + ".test", "no\0such"])
async def test_a_name_that_is_none_fails(host: str) -> None:
    with pytest.raises(FailedError):
        await addresses(host)


async def test_the_next_address_is_tried_when_the_first_refuses() -> None:
    async with listening(says(b"x")) as server:
        stream = await connect_any(["127.0.0.2", "127.0.0.1"], server.port)
        assert stream.get_extra_info("server_addr")[0] == "127.0.0.1"
        await stream.aclose()


async def test_a_silent_address_costs_its_head_start_only() -> None:
    """A full backlog answers nothing, as a firewall that drops does; who waits until it is emptied gets this one."""
    with socket.socket() as silent, contextlib.ExitStack() as fillers:
        silent.bind(("127.0.0.3", 0))
        silent.listen(0)
        silent.setblocking(False)
        port = silent.getsockname()[1]
        for _ in range(4):
            filler = fillers.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.3", port))
        async with listening(says(b"x"), host="127.0.0.1", port=port):
            loop = asyncio.get_running_loop()
            emptied = loop.call_later(2, loop.add_reader, silent, _accept_all, silent, fillers)
            stream = await connect_any(["127.0.0.3", "127.0.0.1"], port)
            emptied.cancel()
            loop.remove_reader(silent)
            assert stream.get_extra_info("server_addr")[0] == "127.0.0.1"
            await stream.aclose()


def _accept_all(silent: socket.socket, kept: contextlib.ExitStack) -> None:
    with contextlib.suppress(BlockingIOError):
        while True:
            kept.enter_context(silent.accept()[0])


async def test_when_none_answers_the_first_reason_is_given() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(FailedError) as raised:
            await connect_any(["127.0.0.1", "::1"], port)
    assert raised.value.failure is NetworkFailure.CONNECTION_REFUSED
    assert raised.value.address == f"127.0.0.1:{port}"


async def test_a_refusal_tells_more_than_an_address_family_that_is_not_there() -> None:
    """A machine without IPv6 cannot even try ::1; the broadcast address stands for it here."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(FailedError) as raised:
            await connect_any(["255.255.255.255", "127.0.0.1"], port)
    assert (raised.value.failure, raised.value.address) == (NetworkFailure.CONNECTION_REFUSED, f"127.0.0.1:{port}")


def test_importing_the_probe_loads_no_http_library() -> None:
    code = (
        "import sys, cors_tui.probe.prober; print([n for n in ('httpx','httpcore','h2','anyio') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
