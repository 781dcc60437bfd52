"""What stands in front of a server in the lab: an edge that forwards, caches, and fails in its own way."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader
from dataclasses import replace

from cors_tui.lab.scenario import Asked, Handler, Reply, ask
from cors_tui.standards.header_list import HeaderList, HeaderPair

FORWARD_SECONDS = 5.0
"""How long the edge waits for the server behind it."""

VARNISH = (("X-Varnish", "32770"), ("Age", "0"), ("Via", "1.1 varnish (Varnish/7.1)"))
"""What a Varnish adds to every answer it passes on."""

_PAGE = (
    "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n{1}</body>\r\n</html>\r\n"
)
_HOP_BY_HOP = ("connection", "keep-alive")


def nginx_page(status: int, reason: str) -> Reply:
    """The error page nginx answers itself, without anything of the server behind it."""
    body = _PAGE.format(f"{status} {reason}", "<hr><center>nginx/1.22.1</center>\r\n")
    return Reply(status, (("Server", "nginx/1.22.1"), ("Content-Type", "text/html")), body, reason)


def forwarding(port: int, *pairs: HeaderPair, seconds: float = FORWARD_SECONDS) -> Handler:
    """An edge that really asks the server on 127.0.0.1:`port`, and adds `pairs` to what it answers.

    It answers an error page of its own when no whole answer comes (502) within `seconds` (504).
    """

    async def answer(asked: Asked) -> Reply:
        try:
            async with asyncio.timeout(seconds):
                reply = await _ask_server(port, asked)
        except TimeoutError:
            return nginx_page(504, "Gateway Time-out")
        except (OSError, ValueError, asyncio.IncompleteReadError):
            return nginx_page(502, "Bad Gateway")
        return replace(reply, headers=(*reply.headers, *pairs))

    return answer


async def _ask_server(port: int, asked: Asked) -> Reply:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        headers = [*asked.headers.without(*_HOP_BY_HOP), ("Connection", "close")]
        lines = [f"{asked.method} {asked.target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "", ""]
        writer.write(("\r\n".join(lines) + asked.body).encode("latin-1"))
        return await _read_reply(reader, asked.method)
    finally:
        writer.close()


async def _read_reply(reader: StreamReader, method: str) -> Reply:
    """A reply of another lab server: always a Content-Length, or no body at all."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")[:-2]
    _, status, reason = head[0].split(" ", 2)
    fields = (line.split(":", 1) for line in head[1:])
    headers = HeaderList(tuple((name, value.strip(" \t")) for name, value in fields))
    length = 0 if method == "HEAD" else int(headers.get("content-length") or 0)
    body = (await reader.readexactly(length)).decode("latin-1")
    return Reply(int(status), headers.pairs, body, reason)


def caching(handler: Handler, visitors: dict[str, str]) -> Handler:
    """A shared cache in front of `handler`, as the standard of caches has it: a variant per value of what Vary names.

    `visitors` maps a target to the origin of a page that asked for it before anybody else. A stored answer wears
    ``Age`` and ``X-Cache: HIT``. https://httpwg.org/specs/rfc9111.html#caching.negotiated.responses
    """
    stored: dict[str, list[tuple[HeaderList, Reply]]] = {}
    earlier = dict(visitors)

    async def fetch_and_store(asked: Asked) -> Reply:
        reply = await ask(handler, asked)
        if asked.method == "GET":
            stored.setdefault(asked.target, []).append((asked.headers, reply))
        return reply

    async def answer(asked: Asked) -> Reply:
        if asked.method not in ("GET", "HEAD"):
            return _marked(await ask(handler, asked), "PASS", "0")
        if first := earlier.pop(asked.target, ""):
            headers = asked.headers.without("origin").plus("Origin", first)
            await fetch_and_store(replace(asked, method="GET", headers=headers))
        for headers, reply in stored.get(asked.target, []):
            if _same_variant(reply, headers, asked.headers):
                return _marked(reply, "HIT", "137")
        return _marked(await fetch_and_store(asked), "MISS", "0")

    return answer


def _same_variant(reply: Reply, one: HeaderList, other: HeaderList) -> bool:
    names = [name.strip() for name in (HeaderList(reply.headers).get("vary") or "").split(",")]
    return "*" not in names and all(one.get(name) == other.get(name) for name in names if name)


def _marked(reply: Reply, outcome: str, age: str) -> Reply:
    kept = HeaderList(reply.headers).without("age").pairs
    return replace(reply, headers=(*kept, ("Age", age), ("X-Cache", outcome)))
