"""A reply's bytes are what it says; what is not a request is told so."""

from __future__ import annotations

import asyncio
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.lab.scenario import Asked, Reply
from cors_tui.lab.wire import (
    BODY_LIMIT,
    HEAD_LIMIT,
    BadRequestError,
    body_length,
    ends_connection,
    read_body,
    read_head,
    reply_bytes,
)
from cors_tui.standards.header_list import HeaderList
from tests.rows import each_row


def stream_of(data: bytes) -> asyncio.StreamReader:
    stream = asyncio.StreamReader(limit=HEAD_LIMIT)
    stream.feed_data(data)
    stream.feed_eof()
    return stream


@each_row(
    ("reply", "method", "sent"),
    [
        pytest.param(
            Reply(body="ok"), "GET", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", id="a length is added"
        ),
        pytest.param(Reply(), "GET", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", id="an empty 200 has length 0"),
        pytest.param(Reply(204), "OPTIONS", b"HTTP/1.1 204 No Content\r\n\r\n", id="a 204 has no length"),
        pytest.param(Reply(304), "GET", b"HTTP/1.1 304 Not Modified\r\n\r\n", id="nor has a 304"),
        pytest.param(
            Reply(headers=(("content-length", "9"),), body="ok"),
            "GET",
            b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok",
            id="a wrong length that is given stays",
        ),
        pytest.param(
            Reply(headers=(("Transfer-Encoding", "chunked"),), body="2\r\nok\r\n0\r\n\r\n"),
            "GET",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
            id="chunks are not given a length",
        ),
        pytest.param(
            Reply(headers=(("X-a", "1"), ("x-A", " 2"), ("X-a", ""))),
            "GET",
            b"HTTP/1.1 200 OK\r\nX-a: 1\r\nx-A:  2\r\nX-a: \r\nContent-Length: 0\r\n\r\n",
            id="duplicates, casing and spaces stay as they are",
        ),
        pytest.param(
            Reply(headers=(("X", "\xff\x0b"),)),
            "GET",
            b"HTTP/1.1 200 OK\r\nX: \xff\x0b\r\nContent-Length: 0\r\n\r\n",
            id="a character is a byte",
        ),
        pytest.param(Reply(body="ok"), "HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", id="HEAD has no body"),
        pytest.param(
            Reply(299), "GET", b"HTTP/1.1 299 \r\nContent-Length: 0\r\n\r\n", id="an unknown status has no phrase"
        ),
        pytest.param(
            Reply(reason=""), "GET", b"HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n", id="an empty phrase stays empty"
        ),
        pytest.param(
            Reply(500, reason="Oh no"), "GET", b"HTTP/1.1 500 Oh no\r\nContent-Length: 0\r\n\r\n", id="own phrase"
        ),
        pytest.param(
            Reply(500, body="x", raw="ICY 200 OK\r\n\r\n"), "GET", b"ICY 200 OK\r\n\r\n", id="raw replaces all"
        ),
        pytest.param(
            Reply(body="1234", close="truncate"),
            "GET",
            b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n12",
            id="half of the body",
        ),
        pytest.param(Reply(204, close="truncate"), "GET", b"HTTP/1.1 204 ", id="without a body, half of the head"),
    ],
)
def test_a_reply_is_written_byte_for_byte(reply: Reply, method: str, sent: bytes) -> None:
    assert reply_bytes(reply, method) == sent


@pytest.mark.parametrize(
    ("reply", "ends"),
    [
        pytest.param(Reply(body="ok"), False, id="a whole answer"),
        pytest.param(Reply(204), False, id="an answer without a body"),
        pytest.param(Reply(headers=(("Content-Length", "2"),), body="ok"), False, id="its own right length"),
        pytest.param(Reply(headers=(("Content-Length", "3"),), body="ok"), True, id="a length that is not kept"),
        pytest.param(Reply(headers=(("connection", "Close"),)), True, id="it says so"),
        pytest.param(Reply(headers=(("Transfer-Encoding", "chunked"),)), True, id="chunks of its own"),
        pytest.param(Reply(raw="x"), True, id="raw bytes"),
        pytest.param(Reply(close="truncate", body="xx"), True, id="half an answer"),
        pytest.param(Reply(close="no-answer"), True, id="no answer"),
    ],
)
def test_a_connection_is_kept_only_when_the_next_answer_can_be_told_apart(reply: Reply, ends: bool) -> None:
    assert ends_connection(reply) is ends


async def test_a_head_keeps_order_case_and_duplicates() -> None:
    head = b"patch /a?b#c HTTP/1.1\r\nhOST: x\r\nX-A: 1 \r\nx-a:\t2\r\nX-A:\r\nB: \xe9\r\n\r\nrest"
    read = await read_head(stream_of(head), 80)
    assert read is not None
    asked, again = read
    assert (asked.method, asked.target, asked.port, again) == ("patch", "/a?b#c", 80, True)
    assert asked.headers.pairs == (("hOST", "x"), ("X-A", "1"), ("x-a", "2"), ("X-A", ""), ("B", "\xe9"))


@pytest.mark.parametrize(
    ("head", "again"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", True),
        (b"GET / HTTP/1.1\r\nConnection: keep-alive\r\n\r\n", True),
        (b"GET / HTTP/1.1\r\nConnection: Close\r\n\r\n", False),
        (b"GET / HTTP/1.0\r\n\r\n", False),
        (b"\r\n\nGET / HTTP/1.1\n\n", True),
    ],
)
async def test_whether_the_client_may_ask_again(head: bytes, again: bool) -> None:
    read = await read_head(stream_of(head), 80)
    assert read is not None
    assert read[1] is again


@pytest.mark.parametrize("nothing", [b"", b"\r\n", b"\n\n"])
async def test_a_client_that_says_nothing_is_no_request(nothing: bytes) -> None:
    assert await read_head(stream_of(nothing), 80) is None


@pytest.mark.parametrize(
    ("data", "status"),
    [
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00", 400, id="a TLS handshake"),
        pytest.param(b"GET /\r\n\r\n", 400, id="HTTP/0.9"),
        pytest.param(b"GET / HTTP/2.0\r\n\r\n", 400, id="the preface of HTTP/2"),
        pytest.param(b"GET  / HTTP/1.1\r\n\r\n", 400, id="two spaces"),
        pytest.param(b"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400, id="a header line without a colon"),
        pytest.param(b"GET / HTTP/1.1\r\n: x\r\n\r\n", 400, id="a header line without a name"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: x\r\n", 400, id="an end in the middle"),
        pytest.param(b"G" * (HEAD_LIMIT + 2), 431, id="a line without end"),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * (HEAD_LIMIT // 6) + b"\r\n", 431, id="headers without end"),
    ],
)
async def test_what_is_not_a_request_is_told_so(data: bytes, status: int) -> None:
    with pytest.raises(BadRequestError) as caught:
        await read_head(stream_of(data), 80)
    assert caught.value.reply.status == status


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_fail_in_another_way(data: bytes) -> None:
    async def read() -> None:
        with contextlib.suppress(BadRequestError):
            await read_head(stream_of(data), 80)

    asyncio.run(read())


@pytest.mark.parametrize(
    ("pairs", "length"),
    [((), 0), ((("Content-Length", "12"),), 12), ((("Content-Length", "3"), ("content-length", "3")), 3)],
)
def test_the_length_of_a_body(pairs: tuple[tuple[str, str], ...], length: int) -> None:
    assert body_length(Asked("POST", "/", HeaderList(pairs))) == length


@pytest.mark.parametrize(
    ("pairs", "status"),
    [
        pytest.param((("Content-Length", "+3"),), 400, id="not digits"),
        pytest.param((("Content-Length", "\xb2"),), 400, id="a superscript two"),
        pytest.param((("Content-Length", "3"), ("Content-Length", "4")), 400, id="two lengths"),
        pytest.param((("Content-Length", str(BODY_LIMIT + 1)),), 413, id="a byte too many"),
        pytest.param((("Transfer-Encoding", "chunked"),), 411, id="chunks"),
    ],
)
def test_a_body_that_is_not_read(pairs: tuple[tuple[str, str], ...], status: int) -> None:
    with pytest.raises(BadRequestError) as caught:
        body_length(Asked("POST", "/", HeaderList(pairs)))
    assert caught.value.reply.status == status


async def test_a_body_is_read_to_its_length_and_not_further() -> None:
    stream = stream_of(b"\xff\x00abc")
    assert await read_body(stream, 3) == "\xff\x00a"
    with pytest.raises(BadRequestError):
        await read_body(stream, 3)
