"""The lab's side of HTTP/1.1: reading one request from a stream, and the bytes of a reply.

https://httpwg.org/specs/rfc9112.html
"""

from __future__ import annotations

import re
from asyncio import IncompleteReadError, StreamReader
from http import HTTPStatus

from cors_tui.lab.scenario import Asked, Reply
from cors_tui.standards.header_list import HeaderList

HEAD_LIMIT = 64 * 1024
"""Bytes of a request's head that are read at most."""

BODY_LIMIT = 1024 * 1024
"""Bytes of a request's body that are read at most."""

_REQUEST_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+) HTTP/1\.([01])")
_BODILESS = frozenset({204, 304})
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


class BadRequestError(Exception):
    """What arrived is not a request the lab reads; `reply` says so to the client."""

    def __init__(self, status: int, says: str) -> None:
        super().__init__(says)
        self.reply = Reply(status, (("Content-Type", "text/plain"), ("Connection", "close")), f"{says}\n")


async def read_head(stream: StreamReader, port: int) -> tuple[Asked, bool] | None:
    """One request's head, and whether the connection may be used again; None when the client left before a request.

    Raises `BadRequestError` for anything that is not a request of HTTP/1.x or is longer than `HEAD_LIMIT`.
    """
    first = await stream.read(1)
    while first in (b"\r", b"\n"):  # a robust server ignores an empty line before a request
        first = await stream.read(1)
    if not first:
        return None
    if not first.isalpha():  # a TLS handshake, say, never ends a line: it is answered at once
        raise BadRequestError(400, "this is not a request of HTTP/1.1")
    lines = [first + await _line(stream)]
    size = len(lines[0])
    while (line := await _line(stream)) not in (b"\r\n", b"\n"):
        size += len(line)
        if size > HEAD_LIMIT:
            raise BadRequestError(431, f"the head of the request is longer than {HEAD_LIMIT} bytes")
        lines.append(line)
    return _parse_head([line.decode("latin-1").rstrip("\r\n") for line in lines], port)


async def _line(stream: StreamReader) -> bytes:
    try:
        line = await stream.readline()
    except ValueError as error:
        raise BadRequestError(431, f"the head of the request is longer than {HEAD_LIMIT} bytes") from error
    if not line.endswith(b"\n"):
        raise BadRequestError(400, "the request ended in the middle of its head")
    return line


def _parse_head(lines: list[str], port: int) -> tuple[Asked, bool]:
    line = _REQUEST_LINE.fullmatch(lines[0])
    if line is None:
        raise BadRequestError(400, "the first line is not the one of a request")
    method, target, minor = line.groups()
    headers = HeaderList(tuple(_parse_field(line) for line in lines[1:]))
    again = minor == "1" and "close" not in (headers.get("connection") or "").lower()
    return Asked(method, target, headers, port=port), again


def _parse_field(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or not name:
        raise BadRequestError(400, "a header line has no name and colon")
    return name, value.strip(" \t")


def body_length(asked: Asked) -> int:
    """How many bytes of body follow the head. Raises `BadRequestError` for a body the lab does not read."""
    if "transfer-encoding" in asked.headers:
        raise BadRequestError(411, "the lab reads only bodies with a Content-Length")
    lengths = set(asked.headers.get_all("content-length")) or {"0"}
    text = lengths.pop()
    if lengths or not (text.isascii() and text.isdigit()):
        raise BadRequestError(400, "the Content-Length is not one number")
    if int(text) > BODY_LIMIT:
        raise BadRequestError(413, f"the body is longer than {BODY_LIMIT} bytes")
    return int(text)


async def read_body(stream: StreamReader, length: int) -> str:
    """`length` bytes of body as latin-1 text. Raises `BadRequestError` when fewer come."""
    try:
        return (await stream.readexactly(length)).decode("latin-1")
    except IncompleteReadError as error:
        raise BadRequestError(400, "the request ended in the middle of its body") from error


def reply_bytes(reply: Reply, method: str = "GET") -> bytes:
    """The bytes of `reply` to a request with `method`: byte for byte as it says, and a Content-Length where it may
    stand and is not given."""
    if reply.raw is not None:
        return reply.raw.encode("latin-1")
    head, body = _head(reply, method).encode("latin-1"), reply.body.encode("latin-1")
    if reply.close == "truncate":
        return head + body[: len(body) // 2] if body else head[: len(head) // 2]
    return head + (b"" if method == "HEAD" else body)


def _head(reply: Reply, method: str) -> str:
    lines = [f"HTTP/1.1 {reply.status} {_reason(reply)}", *(f"{name}: {value}" for name, value in reply.headers)]
    if _wants_length(reply, method):
        lines.append(f"Content-Length: {len(reply.body)}")
    return "".join(f"{line}\r\n" for line in [*lines, ""])


def _wants_length(reply: Reply, method: str) -> bool:
    given = HeaderList(reply.headers)
    if "content-length" in given or "transfer-encoding" in given:
        return False
    bodiless = reply.status in _BODILESS or reply.status < 200 or (method == "CONNECT" and reply.status < 300)
    return bool(reply.body) or not bodiless


def _reason(reply: Reply) -> str:
    if reply.reason is not None:
        return reply.reason
    return _PHRASES.get(reply.status, "")


def ends_connection(reply: Reply) -> bool:
    """True when nothing may follow `reply` on its connection: its end is the connection's end, or it says so."""
    given = HeaderList(reply.headers)
    if reply.raw is not None or reply.close or "transfer-encoding" in given:
        return True
    length = given.get("content-length")
    return "close" in (given.get("connection") or "").lower() or (length is not None and length != str(len(reply.body)))
