"""Talking to a lab server by bare sockets, so that the bytes tested are the bytes sent."""

from __future__ import annotations

import asyncio


async def say(port: int, data: bytes, host: str = "127.0.0.1") -> bytes:
    """Everything the server on `port` says to `data`, until it closes (the client closes its own side first)."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(data)
        if writer.can_write_eof():
            writer.write_eof()
        async with asyncio.timeout(10):
            return await reader.read()
    finally:
        writer.close()


def request(method: str, target: str, *lines: str, body: str = "") -> bytes:
    """The bytes of a request to ``localhost`` with these header lines."""
    head = [f"{method} {target} HTTP/1.1", "Host: localhost", *lines]
    if body:
        head.append(f"Content-Length: {len(body)}")
    return "".join(f"{line}\r\n" for line in [*head, ""]).encode("latin-1") + body.encode("latin-1")
