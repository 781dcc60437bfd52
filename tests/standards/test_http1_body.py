"""Where a body ends."""

from __future__ import annotations

import pytest

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1_body import BODY_LIMIT, Framing, body_reader, framing
from cors_tui.standards.http1_head import Head, Leniency


def _framing(status: int, *headers: tuple[str, str], method: str = "GET", version: str = "1.1") -> tuple[object, ...]:
    kind, length, odd = framing(method, Head(version, status, "", HeaderList(headers), frozenset()))
    return kind, length, set(odd)


@pytest.mark.parametrize("status", [101, 204, 205, 304])
def test_some_statuses_have_no_body(status: int) -> None:
    assert _framing(status, ("Content-Length", "5")) == (Framing.LENGTH, 0, set())


def test_head_has_no_body() -> None:
    assert _framing(200, ("Content-Length", "5"), method="HEAD") == (Framing.LENGTH, 0, set())


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        pytest.param([], (Framing.UNTIL_CLOSE, 0, set()), id="nothing said"),
        pytest.param(["5"], (Framing.LENGTH, 5, set()), id="plain"),
        pytest.param(["+2"], (Framing.LENGTH, 2, {Leniency.ODD_CONTENT_LENGTH}), id="a sign"),
        pytest.param(["-2"], (Framing.UNTIL_CLOSE, 0, {Leniency.ODD_CONTENT_LENGTH}), id="negative"),
        pytest.param(["9" * 30], (Framing.UNTIL_CLOSE, 0, {Leniency.ODD_CONTENT_LENGTH}), id="astronomic"),
        pytest.param(["5", "5"], (Framing.LENGTH, 5, {Leniency.REPEATED_CONTENT_LENGTH}), id="twice"),
        pytest.param(["5, 5"], (Framing.LENGTH, 5, {Leniency.REPEATED_CONTENT_LENGTH}), id="twice in one line"),
        pytest.param(["5", "6"], (Framing.LENGTH, 5, {Leniency.DIFFERENT_CONTENT_LENGTHS}), id="different"),
        pytest.param([""], (Framing.UNTIL_CLOSE, 0, {Leniency.ODD_CONTENT_LENGTH}), id="empty"),
    ],
)
def test_content_length(headers: list[str], expected: tuple[object, ...]) -> None:
    assert _framing(200, *(("content-length", value) for value in headers)) == expected


def test_chunked_wins_over_content_length_and_needs_http_11() -> None:
    both = (("Transfer-Encoding", "gzip, Chunked"), ("Content-Length", "3"))
    assert _framing(200, *both) == (Framing.CHUNKED, 0, {Leniency.LENGTH_AND_CHUNKED})
    assert _framing(200, *both, version="1.0") == (Framing.LENGTH, 3, set())


@pytest.mark.parametrize(
    ("data", "kept", "complete"),
    [
        pytest.param(b"2\r\nok\r\n0\r\n\r\n", b"ok", True, id="one chunk"),
        pytest.param(b"2;ext=1\r\nok\r\n3\r\nabc\r\n0\r\nX: y\r\n\r\n", b"okabc", True, id="extension, two, a trailer"),
        pytest.param(b"2\nok\n0\n\n", b"ok", True, id="bare LF"),
        pytest.param(b"00\r\n\r\n", b"", True, id="empty"),
        pytest.param(b"2\r\nok\r\n", b"ok", False, id="no last chunk"),
        pytest.param(b"5\r\nok", b"ok", False, id="cut off inside"),
        pytest.param(b"2\r\nokk\r\n0\r\n\r\n", b"ok", False, id="longer than announced"),
        pytest.param(b"zz\r\nok", b"", False, id="no hexadecimal number"),
        pytest.param(b"2\r\nok\r\n0\r\n", b"ok", False, id="the empty line after the last chunk missing"),
    ],
)
def test_chunks(data: bytes, kept: bytes, complete: bool) -> None:
    for step in (1, len(data)):
        reader = body_reader(Framing.CHUNKED, 0)
        for start in range(0, len(data), step):
            reader.feed(data[start : start + step])
        assert (bytes(reader.kept), reader.complete) == (kept, complete)


def test_an_endless_chunk_line_is_broken() -> None:
    reader = body_reader(Framing.CHUNKED, 0)
    reader.feed(b"1;" + b"x" * 20_000)
    assert reader.broken


@pytest.mark.parametrize("kind", [Framing.UNTIL_CLOSE, Framing.LENGTH, Framing.CHUNKED])
def test_no_more_than_the_limit_is_kept(kind: Framing) -> None:
    reader = body_reader(kind, 10 * BODY_LIMIT)
    reader.feed(b"fffff\r\n" if kind is Framing.CHUNKED else b"")
    reader.feed(b"x" * 3 * BODY_LIMIT)
    assert (len(reader.kept), reader.full) == (BODY_LIMIT, True)
