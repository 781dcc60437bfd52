"""HTTP/1.1 on the wire, without I/O: a request as bytes, and an incremental reader of responses.

Reads what browsers read, and names in `Response.leniencies` what had to be forgiven
(`cors_tui.standards.http1_head.Leniency` is the closed list). No bytes raise; how they are split does not matter.
https://httpwg.org/specs/rfc9112.html
"""

from __future__ import annotations

import re

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1_body import BODY_LIMIT, Framing, body_reader, framing
from cors_tui.standards.http1_head import Head, Leniency, parse_head
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response

HEAD_LIMIT = 256 * 1024
"""Bytes of head that browsers read; Chromium's limit, and no browser read a megabyte."""

_SLOP = 4
"""Bytes of junk before the status line that are skipped; Chromium's figure."""

NOTHING_MORE = ", and nothing more"
"""How the detail ends of an answer that is no HTTP and too short to tell."""

AFTER_INTERIM = "after an interim answer"
"""The detail of a connection that ended when no more than interim answers (1xx) had come."""

_START = re.compile(rb"http|icy ", re.IGNORECASE)
_END = re.compile(rb"\n\r?\n")
_BREAKS_LINE = re.compile(r"[\r\n\0]")


def write_request(method: str, target: str, headers: HeaderList, body: bytes = b"") -> bytes:
    """One request, byte for byte as given: nothing is added, reordered, capitalised or quoted. An empty value follows
    its colon without a space, as Chromium writes it.

    Raises `ValueError` where a line break, a NUL or (in method and target) a space would change what the other parts
    mean, or a character is no byte.
    """
    for part in (method, target):
        if not part or re.search(r"\s", part):
            raise ValueError(f"a space in {part[:60]!r}" if part else "no method or no target")
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" if value else f"{name}:" for name, value in headers)]
    for line in lines:
        if _BREAKS_LINE.search(line):
            raise ValueError(f"a line break or NUL in {line[:60]!r}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


def read_response(data: bytes, method: str = "GET") -> Answer:
    """The answer in `data`, a whole connection's worth of bytes answering one request of `method`."""
    reader = ResponseReader(method)
    reader.feed(data)
    return reader.end()


class ResponseReader:
    """Reads the response to one request from bytes as they come.

    `feed` until `done`, or `end` when the connection is closed (or time is up); then `answer` holds the result.
    Interim responses (1xx) are skipped. Of the body at most `BODY_LIMIT` bytes are kept, and then it is done.
    """

    def __init__(self, method: str) -> None:
        self._method = method
        self._buffer = bytearray()
        self._searched = 0
        self._heads_size = 0
        self._junk: bool | None = None
        self._head: Head | None = None
        self._body = body_reader(Framing.UNTIL_CLOSE, 0)
        self.answer: Answer | None = None

    @property
    def done(self) -> bool:
        return self.answer is not None

    @property
    def head_read(self) -> bool:
        """The head is there: whatever happens to the body, a browser has the response."""
        return self._head is not None

    def feed(self, data: bytes) -> None:
        """Take the next bytes; what comes after the answer is ignored."""
        if self.done:
            return
        if self._head is None:
            self._buffer += data
            self._read_heads()
            data = bytes(self._buffer)
        if self._head is not None and not self.done:
            self._buffer.clear()
            self._body.feed(data)
            if self._body.complete or self._body.full or self._body.broken:
                self._finish(complete=not self._body.broken)

    def end(self) -> Answer:
        """The connection is closed: the answer as far as it came."""
        if self.answer is None and self._head is None:
            self._end_in_head()
        if self.answer is None:
            self._finish(complete=self._body.ends_well)
        assert self.answer is not None
        return self.answer

    def so_far(self) -> Response | None:
        """The response as far as it came, its body incomplete; None before the head is there."""
        if self._head is None:
            return None
        return self.answer if isinstance(self.answer, Response) else self._response(self._head, complete=False)

    def _read_heads(self) -> None:
        """Read heads from the buffer until a final one, or until more bytes are needed."""
        while self._head is None and not self.done and self._starts():
            found = _END.search(self._buffer, max(0, self._searched - 2))
            self._searched = len(self._buffer)
            size = self._heads_size + (found.start() if found else self._searched - 2)
            if size > HEAD_LIMIT:
                self._fail(NetworkFailure.TOO_LARGE, f"more than {HEAD_LIMIT // 1024} KiB of header")
            elif found:
                self._take_head(found.end())
            else:
                return

    def _starts(self) -> bool:
        """Skip junk before the first status line; False while too little has come to tell, or when it is not HTTP."""
        if self._junk is None:
            if len(self._buffer) < _SLOP * 2:
                return False
            found = _START.search(self._buffer, 0, _SLOP * 2)
            if not found:
                self._fail(NetworkFailure.NOT_HTTP, _quote(self._buffer[: _SLOP * 2]))
                return False
            self._junk = found.start() > 0
            del self._buffer[: found.start()]
        return True

    def _take_head(self, size: int) -> None:
        head = parse_head(bytes(self._buffer[:size]))
        if head is None:
            self._fail(NetworkFailure.NOT_HTTP, _quote(self._buffer[:size]))
            return
        del self._buffer[:size]
        self._searched = 0
        self._heads_size += size
        if 100 <= head.status < 200 and head.status != 101:
            return
        self._use(head)

    def _use(self, head: Head, *more: str) -> None:
        kind, length, odd = framing(self._method, head)
        junk = {Leniency.JUNK_BEFORE} if self._junk else set()
        self._head = Head(
            head.version, head.status, head.reason, head.headers, head.leniencies | odd | junk | frozenset(more)
        )
        self._body = body_reader(kind, length)
        if self._body.complete:
            self._finish(complete=True)

    def _end_in_head(self) -> None:
        """The connection ended before a final head did."""
        if not self._buffer:
            failure = NetworkFailure.INCOMPLETE if self._heads_size else NetworkFailure.CLOSED_WITHOUT_ANSWER
            self._fail(failure, AFTER_INTERIM if self._heads_size else "no byte came")
            return
        if self._junk is None:
            found = _START.search(self._buffer, 0, _SLOP * 2)
            if not found:
                self._fail(NetworkFailure.NOT_HTTP, _quote(self._buffer) + NOTHING_MORE)
                return
            self._junk = found.start() > 0
            del self._buffer[: found.start()]
        self._end_in_lines()

    def _end_in_lines(self) -> None:
        head = parse_head(bytes(self._buffer))
        if head is None:
            self._fail(NetworkFailure.NOT_HTTP, _quote(self._buffer))
        elif 100 <= head.status < 200:
            self._fail(NetworkFailure.INCOMPLETE, AFTER_INTERIM)
        else:
            self._use(head, Leniency.UNFINISHED_HEAD)
            self._finish(complete=True)  # what was announced was never begun, and nobody misses it

    def _fail(self, failure: NetworkFailure, detail: str) -> None:
        self.answer = NetworkError(failure, detail)

    def _finish(self, *, complete: bool) -> None:
        assert self._head is not None
        self.answer = self._response(self._head, complete=complete)

    def _response(self, head: Head, *, complete: bool) -> Response:
        return Response(
            status=head.status,
            headers=head.headers,
            reason=head.reason,
            body=bytes(self._body.kept[:BODY_LIMIT]).decode("latin-1"),
            body_decoded=(head.headers.get("content-encoding") or "identity").lower() == "identity",
            body_complete=complete,
            http_version=head.version,
            leniencies=head.leniencies | {Leniency.BROKEN_CHUNK} if self._body.broken else head.leniencies,
        )


def _quote(data: bytes | bytearray) -> str:
    """The first bytes of what is not HTTP, for people; controls escaped."""
    return f"it begins {bytes(data[:40])!r}"[:120]
