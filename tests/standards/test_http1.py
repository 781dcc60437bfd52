"""HTTP/1.1 on the wire: requests byte for byte, answers as browsers read them, however they are cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1 import HEAD_LIMIT, ResponseReader, read_response, write_request
from cors_tui.standards.http1_body import BODY_LIMIT
from cors_tui.standards.http1_head import Leniency
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response

_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"


def response(data: bytes, method: str = "GET") -> Response:
    answer = read_response(data, method)
    assert isinstance(answer, Response), answer
    return answer


def failure(data: bytes) -> NetworkFailure:
    answer = read_response(data)
    assert isinstance(answer, NetworkError), answer
    return answer.failure


def test_a_request_is_written_as_given() -> None:
    """The method's case, an odd target, order, case, duplicates and high bytes."""
    headers = HeaderList((("Accept", "*/*"), ("host", "h"), ("X-A", "\xe9"), ("x-a", "")))
    assert write_request("patch", '/a"b?{}', headers, b"\0body") == (
        b'patch /a"b?{} HTTP/1.1\r\nAccept: */*\r\nhost: h\r\nX-A: \xe9\r\nx-a:\r\n\r\n\0body'
    )


@pytest.mark.parametrize(
    ("method", "target", "pair"),
    [
        pytest.param("GET\r\n", "/", ("a", "b"), id="method"),
        pytest.param("GET", "/\n", ("a", "b"), id="target"),
        pytest.param("GET /x", "/", ("a", "b"), id="a space in the method"),
        pytest.param("GET", "/a b", ("a", "b"), id="a space in the target"),
        pytest.param("", "/", ("a", "b"), id="no method"),
        pytest.param("GET", "/", ("a\r\nb", "c"), id="name"),
        pytest.param("GET", "/", ("a", "b\0"), id="value"),
        pytest.param("GET", "/", ("a", "\u20ac"), id="no byte"),
    ],
)
def test_a_part_that_would_change_the_others_is_refused(method: str, target: str, pair: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"line break|latin-1|space|no method"):
        write_request(method, target, HeaderList((pair,)))


def test_a_whole_answer() -> None:
    found = response(_OK + b"X: 1\r\n\r\nok and more")
    assert (found.status, found.reason, found.body, found.body_complete) == (200, "OK", "ok", True)
    assert (found.http_version, found.leniencies) == ("1.1", frozenset())


def test_a_length_behind_a_bare_cr_counts() -> None:
    """Who does not split there never looks at the body."""
    assert response(b"HTTP/1.1 200 OK\r\nA: b\rContent-Length: 2\r\n\r\nok and more").body == "ok"


def test_interim_answers_are_skipped_with_their_headers() -> None:
    found = response(b"HTTP/1.1 103 Early Hints\r\nAccess-Control-Allow-Origin: *\r\n\r\n" + _OK + b"\r\nok")
    assert (found.status, found.headers.pairs) == (200, (("Content-Length", "2"),))


def test_trailers_do_not_count() -> None:
    found = response(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX: y\r\n\r\n")
    assert (found.body, "x" in found.headers, found.body_complete) == ("ok", False, True)


@pytest.mark.parametrize(
    ("data", "complete"),
    [
        pytest.param(_OK + b"\r\no", False, id="shorter than announced"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\nok", True, id="until the connection ends"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok", False, id="chunks cut off"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxx\r\n", False, id="broken chunk"),
        pytest.param(b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", True, id="204 has none"),
    ],
)
def test_a_body_that_ends_early_is_marked(data: bytes, complete: bool) -> None:
    assert response(data).body_complete is complete


def test_a_head_request_has_no_body() -> None:
    assert response(_OK + b"\r\n", "HEAD").body_complete


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", NetworkFailure.CLOSED_WITHOUT_ANSWER, id="nothing"),
        pytest.param(b"HTTP/1.1 103 Early Hints\r\n\r\n", NetworkFailure.INCOMPLETE, id="only an interim answer"),
        pytest.param(b"hello there", NetworkFailure.NOT_HTTP, id="words"),
        pytest.param(b"hi", NetworkFailure.NOT_HTTP, id="two letters"),
        pytest.param(b"\x15\x03\x01\x00\x02\x02\x46", NetworkFailure.NOT_HTTP, id="a TLS alert"),
        pytest.param(b"12345HTTP/1.1 200 OK\r\n\r\n", NetworkFailure.NOT_HTTP, id="five bytes of junk"),
        pytest.param(_OK + b"X: \0\r\n\r\nok", NetworkFailure.NOT_HTTP, id="NUL in a value"),
        pytest.param(b"HTTP/1.1 200 OK\r\nA: " + b"x" * 1_000_000, NetworkFailure.TOO_LARGE, id="a megabyte, no end"),
        pytest.param(b"HTTP/1.1 100 C\r\n\r\n" * 20_000, NetworkFailure.TOO_LARGE, id="a flood of interim answers"),
    ],
)
def test_what_is_no_answer_is_a_value(data: bytes, expected: NetworkFailure) -> None:
    assert failure(data) is expected


def test_a_header_of_200_kb_is_read_and_of_a_megabyte_refused_also_when_it_ends() -> None:
    assert len(response(_OK + b"A: " + b"x" * 200_000 + b"\r\n\r\nok").headers.get("a") or "") == 200_000
    assert failure(_OK + b"A: " + b"x" * 1_000_000 + b"\r\n\r\nok") is NetworkFailure.TOO_LARGE


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(b"abc\n" + _OK + b"\r\nok", Leniency.JUNK_BEFORE, id="four bytes of junk"),
        pytest.param(_OK + b"A: b", Leniency.UNFINISHED_HEAD, id="no empty line"),
        pytest.param(b"HTTP/1.1 200 OK", Leniency.UNFINISHED_HEAD, id="not even a whole status line"),
        pytest.param(_OK + b"A: b\rC: d\r\n\r\nok", Leniency.BARE_CR, id="bare CR"),
        pytest.param(_OK + b"Content-Length: 3\r\n\r\nok", Leniency.DIFFERENT_CONTENT_LENGTHS, id="two lengths"),
        pytest.param(b"ICY 200 OK\r\n\r\nok", Leniency.ICY, id="ICY"),
    ],
)
def test_leniencies_of_the_whole_answer_are_named(data: bytes, name: str) -> None:
    found = response(data)
    assert name in found.leniencies
    assert found.status == 200


def test_no_more_than_the_limit_of_a_body_is_kept() -> None:
    assert len(response(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 200_000).body) == BODY_LIMIT


_PIECES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 103 E\r\n\r\n", b"http", b"ICY ", b"\r\n", b"\n", b"\r", b"\r\n\r\n",
        b"Content-Length: 3\r\n", b"Transfer-Encoding: chunked\r\n", b"3\r\nabc\r\n", b"0\r\n\r\n", b" fold\r\n",
        b"A : b\r\n", b"\0",
    ]
)  # fmt: skip


def _in_pieces(data: bytes, cuts: list[int], method: str) -> Answer:
    reader = ResponseReader(method)
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    for start, end in pairwise(edges):
        reader.feed(data[start:end])
    return reader.end()


@given(
    st.lists(_PIECES | st.binary(max_size=8), max_size=12).map(b"".join),
    st.lists(st.integers(0, 400), max_size=6),
    st.sampled_from(["GET", "HEAD"]),
)
def test_however_it_is_cut_the_answer_is_the_same_and_nothing_raises(data: bytes, cuts: list[int], method: str) -> None:
    whole = read_response(data, method)
    assert _in_pieces(data, cuts, method) == whole
    assert _in_pieces(data, list(range(len(data))), method) == whole


@pytest.mark.parametrize("size", range(HEAD_LIMIT - 24, HEAD_LIMIT + 8))
def test_the_limit_does_not_depend_on_the_cut(size: int) -> None:
    """A head of about the limit is refused or read alike, whole or cut before its last bytes."""
    data = b"HTTP/1.1 200 OK\r\n" + b"A: " + b"x" * (size - 20) + b"\r\n\r\nok"
    whole = read_response(data)
    for cut in range(4, 8):
        assert _in_pieces(data, [len(data) - cut], "GET") == whole
