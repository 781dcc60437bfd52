"""Real servers on loopback that answer any bytes they are told to, and certificates that no one else trusts."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import ssl
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import h2.config
import h2.connection
import h2.events

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Listening:
    """A server: its port, the bytes each connection sent as its first request, and how many were open at once."""

    port: int = 0
    asked: list[bytes] = field(default_factory=list)
    was_asked: asyncio.Event = field(default_factory=asyncio.Event)
    open_now: int = 0
    most_open: int = 0


@contextlib.asynccontextmanager
async def listening(
    talk: Talk, *, context: ssl.SSLContext | None = None, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[Listening]:
    """A server on loopback that reads one request head (unless it talks first) and then lets `talk` do the rest."""
    state = Listening()
    running: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        running.add(task)
        state.open_now += 1
        state.most_open = max(state.most_open, state.open_now)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            if not getattr(talk, "speaks_first", False):
                state.asked.append(await reader.readuntil(b"\r\n\r\n"))
                state.was_asked.set()
            await talk(reader, writer)
        state.open_now -= 1
        writer.close()
        with contextlib.suppress(OSError, ssl.SSLError, asyncio.CancelledError):
            await writer.wait_closed()
        running.discard(task)

    server = await asyncio.start_server(connected, host, port, ssl=context, limit=2**20)
    state.port = server.sockets[0].getsockname()[1]
    try:
        yield state
    finally:
        server.close()
        for task in list(running):
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


def says(data: bytes) -> Talk:
    """Answer with `data` and close."""

    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return talk


def says_and_holds(data: bytes) -> Talk:
    """Answer with `data` and then keep the connection open without a word."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        await reader.read()

    return talk


def says_late(data: bytes, seconds: float) -> Talk:
    """Say nothing for so long, then answer well: who waits longer than it should gets a response."""

    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(seconds)
        writer.write(data)
        await writer.drain()

    return talk


def repeats(first: bytes, piece: bytes, pause: float = 0.0, *, times: int = 0, last: bytes = b"") -> Talk:
    """Answer with `first`, then with `piece` again and again until the other side goes away; or so many `times`, and
    then with `last`, which ends it well."""

    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        for _each in range(times) if times else itertools.count():
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)
        writer.write(last)
        await writer.drain()

    return talk


def speaking_first(talk: Talk) -> Talk:
    """`talk` without waiting for a request."""
    talk.speaks_first = True  # type: ignore[attr-defined]
    return talk


def speaks_http2(
    headers: list[tuple[str, str]], body: bytes, got: list[tuple[str, str]], *, ends_after: float = 0.0
) -> Talk:
    """Answer one HTTP/2 request and keep its fields in `got`. The body ends so many seconds after its last byte."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        config = h2.config.H2Configuration(client_side=False, header_encoding="latin-1")
        connection = h2.connection.H2Connection(config=config)
        connection.initiate_connection()
        writer.write(connection.data_to_send())
        while data := await reader.read(65536):
            for event in connection.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    got.extend((str(name), str(value)) for name, value in event.headers or [])
                if isinstance(event, h2.events.StreamEnded):
                    assert event.stream_id is not None
                    connection.send_headers(event.stream_id, headers)
                    connection.send_data(event.stream_id, body, end_stream=not ends_after)
                    if ends_after:
                        writer.write(connection.data_to_send())
                        await asyncio.sleep(ends_after)
                        connection.end_stream(event.stream_id)
            writer.write(connection.data_to_send())
            await writer.drain()

    return speaking_first(talk)


@dataclass(frozen=True)
class Certificates:
    """A throwaway authority, and contexts of servers whose certificates it signed."""

    authority: Path
    folder: Path

    def server(self, name: str, *alpn: str) -> ssl.SSLContext:
        """A server's context with the certificate called `name`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        if alpn:
            context.set_alpn_protocols(list(alpn))
        return context


def make_certificates(folder: Path) -> Certificates:
    """Made with the openssl program: ``good`` (api.example.test, localhost, 127.0.0.1), ``expired`` and ``other``."""
    (folder / "index").write_text("")
    (folder / "ca.conf").write_text(_CA_CONF.replace("FOLDER", str(folder)))
    _openssl(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
             "/CN=throwaway", "-days", "2", "-keyout", "ca.key", "-out", "ca.pem")  # fmt: skip
    good = "DNS:api.example.test,DNS:localhost,IP:127.0.0.1"
    _leaf(folder, "good", good, "-days", "2")
    _leaf(folder, "expired", good, "-startdate", "20200101000000Z", "-enddate", "20200201000000Z")
    _leaf(folder, "other", "DNS:other.example.test", "-days", "2")
    return Certificates(folder / "ca.pem", folder)


def _leaf(folder: Path, name: str, alternatives: str, *dates: str) -> None:
    (folder / f"{name}.ext").write_text(f"subjectAltName={alternatives}\n")
    _openssl(folder, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
             f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.csr")  # fmt: skip
    _openssl(folder, "ca", "-batch", "-notext", "-config", "ca.conf", "-create_serial", "-extfile", f"{name}.ext",
             "-in", f"{name}.csr", "-out", f"{name}.pem", *dates)  # fmt: skip


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


_CA_CONF = """
[ca]
default_ca = throwaway
[throwaway]
database = FOLDER/index
serial = FOLDER/serial
new_certs_dir = FOLDER
certificate = FOLDER/ca.pem
private_key = FOLDER/ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
"""
