"""A byte-exact server on loopback: it answers cases as they say, and keeps every request as it stood on the wire."""

from __future__ import annotations

import asyncio
import contextlib
import re
import ssl
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cors_tui.inputs.case_server import DEFAULT_BODY
from cors_tui.inputs.reasons import reason_phrase

HTTP_PORTS = (80, 3000, 8000, 8080)
HTTPS_PORTS = (443, 8443)
PAGE = b'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>page</title>'
COOKIES = ("o_def=1; Path=/", "o_lax=1; SameSite=Lax", "o_strict=1; SameSite=Strict", "o_none=1; SameSite=None; Secure")

_CASE = re.compile(r"/case/([^/?#]+)(?:/(\d+)(?![^/?#]))?")

Spec = Mapping[str, Any]


@dataclass
class Seen:
    """One request as it stood on the wire; names and values are latin-1 text."""

    method: str
    target: str
    headers: list[list[str]]

    def get(self, name: str) -> str:
        return next((value for found, value in self.headers if found.lower() == name), "")

    @property
    def role(self) -> str:
        return "preflight" if self.method == "OPTIONS" and self.get("access-control-request-method") else "actual"


@dataclass
class WireServer:
    """The answers of many cases. `page_headers` are those of the page now being served at every ``/``."""

    cases: dict[str, Spec] = field(default_factory=dict)
    page_headers: list[list[str]] = field(default_factory=list)
    requests: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    _servers: list[asyncio.Server] = field(default_factory=list)

    async def listen(self, port: int, tls: ssl.SSLContext | None = None, also: Iterable[str] = ()) -> int:
        """Listen on both loopback addresses, where there are both, and on those in `also`; the port (of 0: which one
        it became)."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", port, ssl=tls)
        self._servers.append(server)
        port = int(server.sockets[0].getsockname()[1])
        with contextlib.suppress(OSError):
            self._servers.append(await asyncio.start_server(self._serve, "::1", port, ssl=tls))
        self._servers += [await asyncio.start_server(self._serve, address, port, ssl=tls) for address in also]
        return port

    def close(self) -> None:
        for server in self._servers:
            server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (seen := await read_request(reader)) is not None:
                if not await self._answer(seen, writer):
                    break
            if seen is None and not reader.at_eof():  # TLS on a plain port
                writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            pass
        finally:
            writer.close()

    async def _answer(self, seen: Seen, writer: asyncio.StreamWriter) -> bool:
        spec = self._spec(seen)
        if delay := spec.get("delay_ms"):
            await asyncio.sleep(delay / 1000)
        if spec.get("close") is True:
            return False
        writer.write(response_bytes(spec, seen.method))
        await writer.drain()
        return not (spec.get("close") or "raw" in spec)

    def _spec(self, seen: Seen) -> Spec:
        found = _CASE.match(seen.target)
        if found is None:
            return self._page(seen.target)
        name, hop = found[1], int(found[2] or 0)
        record = {"role": seen.role, "hop": hop, "method": seen.method, "target": seen.target, "headers": seen.headers}
        self.requests[name].append(record)
        return choose(self.cases.get(name, {}), seen.role, hop)

    def _page(self, target: str) -> Spec:
        cookies = [["Set-Cookie", cookie] for cookie in COOKIES] if target == "/cookies" else []
        if target not in ("/", "/cookies"):
            return {"status": 404, "headers": []}
        kind = [["Content-Type", "text/html; charset=utf-8"], ["Cache-Control", "no-store"]]
        return {"status": 200, "headers": [*kind, *cookies, *self.page_headers], "body": PAGE.decode()}


def choose(server: Spec, role: str, hop: int) -> Spec:
    """The answer of `server` to a request of `role` at redirect `hop`."""
    if role == "preflight":
        answer: Spec = server.get("preflights", {}).get(str(hop)) or server.get("preflight") or {"status": 404}
        return answer
    actual: Spec = server.get("actual") or {"status": 404}
    redirects = actual.get("redirects", ())
    return redirects[hop] if hop < len(redirects) else actual


def response_bytes(spec: Spec, method: str) -> bytes:
    """A response as its case gives it. Content-Length is added where a body could be, unless given; nothing else is."""
    if "raw" in spec:
        return str(spec["raw"]).encode("latin-1")
    status, headers = int(spec.get("status", 200)), list(spec.get("headers", ()))
    body = str(spec.get("body", DEFAULT_BODY) or "").encode("latin-1")
    if "body_file" in spec:
        body = Path(spec["body_file"]).read_bytes()
    if not any(pair[0].lower() == "content-length" for pair in headers) and status not in (204, 304):
        missing = 10 if spec.get("close") == "truncate" else 0
        headers.append(["Content-Length", str(len(body) + missing)])
    lines = [f"HTTP/1.1 {status} {spec.get('reason', reason_phrase(status))}", *(": ".join(pair) for pair in headers)]
    head = "\r\n".join((*lines, "", "")).encode("latin-1")
    return head if method == "HEAD" or status in (204, 304) else head + body


async def read_request(reader: asyncio.StreamReader) -> Seen | None:
    """The next request of a connection, its body read and dropped; None at the end, or where TLS is spoken."""
    try:
        start = await reader.readexactly(1)
        if not (start.isalpha() or start in b"!#$%&'*+-.^_`|~0123456789"):
            return None
        head = start + await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head[:-4].decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    seen = Seen(method, target, [line.split(": ", 1) if ": " in line else [line.rstrip(":"), ""] for line in lines])
    if length := seen.get("content-length"):
        await reader.readexactly(int(length))
    elif "chunked" in seen.get("transfer-encoding"):
        while int(await reader.readline(), 16):
            await reader.readline()
        await reader.readline()
    return seen
