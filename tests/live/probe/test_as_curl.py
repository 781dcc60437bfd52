"""The real curl, run on our commands by a real bash, sends what the probe sends."""

from __future__ import annotations

import asyncio
import os
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cors_tui.case import Connection
from cors_tui.probe.as_curl import as_curl
from cors_tui.probe.prober import Prober
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Body, Role, WireRequest
from cors_tui.standards.url import parse_url
from tests.probe.servers import listening

pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(not (shutil.which("curl") and shutil.which("bash")), reason="curl or bash is not installed"),
]

_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_DRESSED = (
    ("Connection", "keep-alive"),
    ("Accept", "*/*"),
    ("User-Agent", "Mozilla/5.0 (X11)"),
    ("Accept-Encoding", "br"),
)

Asked = tuple[str, list[str], bytes]


async def both(
    method: str, target: str, headers: tuple[tuple[str, str], ...], body: str | None, host: str = "127.0.0.1"
) -> tuple[Asked, Asked]:
    """What the probe and what curl put on the wire: first line, header lines (curl's own place for Host and
    Content-Length set aside), body."""
    asked: list[Asked] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = server.asked[-1].decode("latin-1")
        first, *lines = head.removesuffix("\r\n\r\n").split("\r\n")
        length = next((int(line[15:]) for line in lines if line.lower().startswith("content-length:")), 0)
        moved = [line for line in lines if line.lower().startswith(("host:", "content-length:"))]
        asked.append((first, [*sorted(moved), *(x for x in lines if x not in moved)], await reader.readexactly(length)))
        writer.write(_OK)
        await writer.drain()

    async with listening(talk) as server:
        connection = Connection(connect_to=(f"127.0.0.1:{server.port}",), max_time=5)
        url = parse_url(f"http://{host}:{server.port}{target}")
        assert url is not None
        wire = WireRequest(Role.ACTUAL, 0, method, url, body=None if body is None else Body(body))
        async with Prober(connection) as prober:
            await prober.send(wire, HeaderList(headers))
        command = as_curl(wire, HeaderList(headers), connection, show_secrets=True)
        clean = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
        bash = await asyncio.create_subprocess_exec(
            "bash", "-c", command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE, env=clean
        )
        _, errors = await bash.communicate()
        assert bash.returncode == 0, (command, errors)
    assert len(asked) == 2
    return asked[0], asked[1]


@pytest.mark.parametrize(
    ("method", "target", "headers", "body"),
    [
        pytest.param("GET", "/", (), None, id="a plain request"),
        pytest.param("patch", "/a?b", (("X-A", "it's $HOME `x` \\ !"),), None, id="a method and a value to quote"),
        pytest.param(
            "OPTIONS", "/", (("Access-Control-Request-Headers", "a,x-b"), ("Origin", "null")), None, id="preflight"
        ),
        pytest.param("GET", "/[1]{a,b}|'\"?q=[]{}&*", (), None, id="a URL that curl would expand"),
        pytest.param(
            "POST", "/", (("Content-Type", "text/plain;charset=UTF-8"),), "\xe9\x00\x01@'\n\r%s\\", id="bytes"
        ),
        pytest.param("POST", "/", (("Content-Type", "x"),), "@/etc/hostname", id="a body that looks like a file"),
        pytest.param("PUT", "/", (), None, id="no body, and its length said"),
        pytest.param("POST", "/", (), "typeless", id="a body without a type"),
        pytest.param("DELETE", "/", (("X-Empty", ""), ("x-a", "1"), ("X-A", "\xff\t2")), None, id="empty and repeated"),
        pytest.param("GET", "/", (("Cookie", "a=b; c=d"), ("Authorization", "Basic eDp5")), None, id="secrets"),
        pytest.param("HEAD", "/", (), None, id="HEAD"),
    ],
)
async def test_curl_sends_the_same(
    method: str, target: str, headers: tuple[tuple[str, str], ...], body: str | None
) -> None:
    ours, curls = await both(method, target, (*_DRESSED, *headers), body)
    assert curls == ours


async def test_a_request_without_what_curl_adds() -> None:
    ours, curls = await both("GET", "/", (("X-A", "1"),), None, host="api.example.test")
    assert curls == ours


_VALUES = st.text(
    st.characters(min_codepoint=0x21, max_codepoint=0xFF, exclude_characters="\x7f"), min_size=1, max_size=20
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(value=_VALUES, body=st.none() | st.text(st.characters(max_codepoint=0xFF), max_size=30))
def test_any_bytes_come_through(value: str, body: str | None) -> None:
    """Header values and bodies of any bytes."""
    pairs = (*_DRESSED, ("Content-Type", "a/b"), ("X-Value", value))
    ours, curls = asyncio.run(both("POST", "/", pairs, body))
    assert curls == ours
