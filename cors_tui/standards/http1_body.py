"""The body of an HTTP/1.1 response: how it is framed, and readers that keep its first bytes.

https://httpwg.org/specs/rfc9112.html#message.body
"""

from __future__ import annotations

import re
from enum import Enum

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1_head import Head, Leniency, split_at_bare_cr

BODY_LIMIT = 64 * 1024
"""Bytes of a body that are kept."""

_CHUNK_LINE_LIMIT = 16 * 1024


class Framing(Enum):
    """What tells where a body ends."""

    LENGTH = "length"
    CHUNKED = "chunked"
    UNTIL_CLOSE = "until close"


def framing(method: str, head: Head) -> tuple[Framing, int, frozenset[str]]:
    """How the body of `head`, answering `method`, ends: kind, length, and what had to be forgiven.

    https://httpwg.org/specs/rfc9112.html#message.body.length
    """
    headers = split_at_bare_cr(head.headers)
    length, odd = _content_length(headers)
    if method == "HEAD" or head.status in (101, 204, 205, 304):
        return Framing.LENGTH, 0, odd
    codings = (headers.get("transfer-encoding") or "").lower().split(",")
    if head.version == "1.1" and "chunked" in (coding.strip() for coding in codings):
        both = {Leniency.LENGTH_AND_CHUNKED} if "content-length" in headers else set()
        return Framing.CHUNKED, 0, odd | both
    if length is None:
        return Framing.UNTIL_CLOSE, 0, odd
    return Framing.LENGTH, length, odd


def _content_length(headers: HeaderList) -> tuple[int | None, frozenset[str]]:
    values = [v.strip(" \t") for line in headers.get_all("content-length") for v in line.split(",")]
    odd: set[str] = set()
    if len(values) > 1:
        same = len(set(values)) == 1
        odd.add(Leniency.REPEATED_CONTENT_LENGTH if same else Leniency.DIFFERENT_CONTENT_LENGTHS)
    if values and not re.fullmatch(r"[0-9]{1,18}", values[0]):
        odd.add(Leniency.ODD_CONTENT_LENGTH)
    digits = re.fullmatch(r"\+?([0-9]{1,18})", values[0]) if values else None
    return int(digits[1]) if digits else None, frozenset(odd)


class BodyReader:
    """Takes a body's bytes and keeps the first `BODY_LIMIT`. This one is for a body that ends with the connection."""

    def __init__(self) -> None:
        self.kept = bytearray()
        self.complete = False
        self.ends_well = True
        self.broken = False

    @property
    def full(self) -> bool:
        """As much is kept as ever will be."""
        return len(self.kept) >= BODY_LIMIT

    def feed(self, data: bytes) -> None:
        self.keep(data)

    def keep(self, data: bytes) -> None:
        self.kept += data[: BODY_LIMIT - len(self.kept)]

    def end(self) -> None:
        """The connection ended before the body could begin."""
        self.ends_well = False


class LengthReader(BodyReader):
    """A body of an announced length."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._left = length
        self.complete = self.ends_well = length == 0

    def feed(self, data: bytes) -> None:
        self.keep(data[: self._left])
        self._left -= min(self._left, len(data))
        self.complete = self.ends_well = self._left == 0


class ChunkedReader(BodyReader):
    """A chunked body. Extensions and trailers are skipped; a broken chunk ends the body, incomplete.

    https://httpwg.org/specs/rfc9112.html#chunked.encoding
    """

    def __init__(self) -> None:
        super().__init__()
        self.ends_well = False
        self._buffer = bytearray()
        self._left = 0
        self._after_data = False
        self._in_trailers = False

    def feed(self, data: bytes) -> None:
        self._buffer += data
        while self._buffer and not (self.complete or self.full or self.broken) and self._step():
            pass

    def _step(self) -> bool:
        """Take one piece from the buffer; False when more bytes are needed."""
        if self._left:
            size = min(self._left, len(self._buffer))
            self.keep(bytes(self._buffer[:size]))
            del self._buffer[:size]
            self._left -= size
            self._after_data = self._left == 0
            return True
        line = self._take_line()
        if line is None:
            return False
        if self._in_trailers:
            self.complete = self.ends_well = not line
        elif self._after_data and not line:
            self._after_data = False
        else:
            self._begin_chunk(line)
        return True

    def _take_line(self) -> bytes | None:
        end = self._buffer.find(b"\n", 0, _CHUNK_LINE_LIMIT)
        if end < 0:
            self.broken = len(self._buffer) >= _CHUNK_LINE_LIMIT
            return None
        line = bytes(self._buffer[:end]).rstrip(b"\r")
        del self._buffer[: end + 1]
        return line

    def _begin_chunk(self, line: bytes) -> None:
        size = re.fullmatch(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?", line, re.DOTALL)
        if not size or self._after_data:
            self.broken = True
            return
        self._left = int(size[1], 16)
        self._in_trailers = self._left == 0


def body_reader(kind: Framing, length: int) -> BodyReader:
    """A reader for a body framed so."""
    if kind is Framing.LENGTH:
        return LengthReader(length)
    return ChunkedReader() if kind is Framing.CHUNKED else BodyReader()
