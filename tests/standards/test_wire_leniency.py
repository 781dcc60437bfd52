"""Each engine forgives its own."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure
from cors_tui.standards.http1 import read_response
from cors_tui.standards.response import NetworkError, Response
from cors_tui.standards.wire_leniency import as_read
from tests.standards.making import url

HERE = url("https://api.example/")
TWICE = b"HTTP/1.1 200 X\r\nContent-Disposition: %s\r\nContent-Disposition: %s\r\n\r\n"
LED = b"HTTP/1.1 200 X\r\nLocation: %s\r\nLocation: %s\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n%s"
SAME_IN_PART = {Departure.UNFINISHED_PLAIN_HEAD_READ, Departure.HTTP_0_9_READ_ON_ANY_PORT}
CROSS = b"Access-Control-Allow-Origin: *\r\nContent-Length: 0\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "departure"),
    [
        pytest.param(b"HTTP/1.1 what\r\n" + CROSS, Departure.JUNK_STATUS_READ, id="no status code"),
        pytest.param(b"xxHTTP/1.1 200 OK\r\n" + CROSS, Departure.JUNK_BEFORE_READ, id="junk before"),
        pytest.param(b"HTTP/1.1 200 OK\r\nA: b\r\n", Departure.UNFINISHED_HEAD_READ, id="an unfinished head"),
        pytest.param(b"HTTP/1.1 20", Departure.UNFINISHED_HEAD_READ, id="half a status line"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
            Departure.DIFFERENT_LENGTHS_READ,
            id="two lengths",
        ),
        pytest.param(b"hello there", Departure.HTTP_0_9_READ, id="HTTP/0.9"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX\0A: 1\r\n" + CROSS, Departure.NUL_IN_NAME_SKIPPED, id="NUL in a name"),
    ],
)
def test_read_by_who_forgives_it_alone(data: bytes, departure: Departure) -> None:
    answer = read_response(data)
    assert isinstance(as_read(HERE, answer, NO_DEPARTURES), NetworkError)
    assert isinstance(as_read(HERE, answer, frozenset({departure})), Response)
    assert isinstance(as_read(HERE, answer, frozenset(Departure) - {departure} - SAME_IN_PART), NetworkError)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"HTTP/1.1 200 OK\nA: b\n\n", id="bare LF"),
        pytest.param(b"HTTP/1.0 200\r\nA: b\r\n c\r\n\r\n", id="obs-fold, no reason, HTTP/1.0"),
        pytest.param(b"HTTP/1.1 200 OK\r\njunk\r\n: x\r\n\r\n", id="lines that are no header"),
    ],
)
def test_what_all_forgive(data: bytes) -> None:
    assert isinstance(as_read(HERE, read_response(data), NO_DEPARTURES), Response)


@pytest.mark.parametrize(
    ("data", "departure"),
    [
        pytest.param(b"HTTP/1.1 101 Switching Protocols\r\n\r\n", Departure.SWITCHING_FAILS, id="101 unasked"),
        pytest.param(b"HTTP/1.1 099 OK\r\n" + CROSS, Departure.LOW_STATUS_FAILS, id="a status below 100"),
        pytest.param(b"HTTP/1.2 200 OK\r\n" + CROSS, Departure.ODD_VERSION_FAILS, id="HTTP/1.2"),
        pytest.param(b"http/1.1 200 OK\r\n" + CROSS, Departure.ODD_VERSION_FAILS, id="small letters"),
    ],
)
def test_what_one_engine_does_not_forgive(data: bytes, departure: Departure) -> None:
    plain = read_response(b"HTTP/1.1 200 OK\r\n" + CROSS)
    assert isinstance(as_read(HERE, plain, frozenset({departure})), Response)
    assert isinstance(as_read(HERE, read_response(data), NO_DEPARTURES), Response)
    assert isinstance(as_read(HERE, read_response(data), frozenset({departure})), NetworkError)


def _headers(data: bytes, *departures: Departure) -> tuple[tuple[str, str], ...]:
    answer = as_read(HERE, read_response(data), frozenset(departures))
    assert isinstance(answer, Response)
    return answer.headers.pairs


def test_a_bare_cr_ends_a_line_for_who_takes_it_so_and_spoils_its_header_for_the_others() -> None:
    data = b"HTTP/1.1 200 OK\r\nA: b\rC: d\r\nE: f\r\n\r\n"
    assert _headers(data, Departure.BARE_CR_READ) == (("A", "b"), ("C", "d"), ("E", "f"))
    assert _headers(data) == (("E", "f"),)


def test_a_radio_server_has_no_headers_for_who_does_not_know_it() -> None:
    data = b"ICY 200 OK\r\nA: b\r\n\r\n"
    assert _headers(data, Departure.ICY_READ) == (("A", "b"),)
    assert _headers(data) == ()


@pytest.mark.parametrize("start", [b"http/1.1 200 OK", b"HTTP/1 200 OK", b"HTTP 200 OK"])
def test_a_status_line_without_a_version_is_a_body_to_who_wants_one(start: bytes) -> None:
    data = start + b"\r\nA: b\r\n\r\n"
    assert _headers(data) == (("A", "b"),)
    assert _headers(data, Departure.ODD_VERSION_IS_HTTP_0_9) == ()
    assert _headers(b"HTTP/2 200 OK\r\nA: b\r\n\r\n", Departure.ODD_VERSION_IS_HTTP_0_9) == (("A", "b"),)


def test_a_few_bytes_that_are_no_http_are_too_few_over_tls() -> None:
    short, departures = read_response(b"\r\n\r\n"), frozenset({Departure.HTTP_0_9_READ})
    assert isinstance(as_read(HERE, short, departures), NetworkError)
    assert isinstance(as_read(url("http://api.example/"), short, departures), Response)


@pytest.mark.parametrize(("target", "read"), [("https://api.example/", False), ("http://api.example/", True)])
def test_an_unfinished_head_may_be_read_without_tls_only(target: str, read: bool) -> None:
    answer = read_response(b"HTTP/1.1 200 OK\r\nA: b\r\n")
    plain = frozenset({Departure.UNFINISHED_PLAIN_HEAD_READ})
    assert isinstance(as_read(url(target), answer, plain), Response) is read


@pytest.mark.parametrize(
    ("data", "departure", "fails"),
    [
        pytest.param(b"HTTP/1.1 101 X\r\n\r\n", Departure.SWITCHING_FAILS, True, id="101"),
        pytest.param(b"HTTP/1.1 200 X\r\n\r\n", Departure.SWITCHING_FAILS, False, id="not 101"),
        pytest.param(TWICE % (b"a", b"b"), Departure.DISPOSITIONS_FAIL, True, id="two that differ"),
        pytest.param(TWICE % (b"a", b"a"), Departure.DISPOSITIONS_FAIL, False, id="two alike"),
        pytest.param(LED % (b"/a", b"/b"), Departure.LOCATIONS_MUST_AGREE, True, id="two Locations on a 200"),
        pytest.param(LED % (b"/a", b"/a"), Departure.LOCATIONS_MUST_AGREE, False, id="one Location twice"),
        pytest.param(CHUNKED % b"zz\r\nok", Departure.BROKEN_CHUNK_FAILS, True, id="a chunk whose size is none"),
        pytest.param(CHUNKED % b"5\r\nok", Departure.BROKEN_CHUNK_FAILS, False, id="a chunk cut off"),
    ],
)
def test_what_some_refuse_to_read(data: bytes, departure: Departure, fails: bool) -> None:
    answer = read_response(data)
    assert as_read(HERE, answer, NO_DEPARTURES) == answer
    assert isinstance(as_read(HERE, answer, frozenset({departure})), NetworkError) is fails


def test_space_before_the_colon() -> None:
    answer = read_response(b"HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin\t: *\r\n\r\n")
    plain = as_read(HERE, answer, NO_DEPARTURES)
    trimmed = as_read(HERE, answer, frozenset({Departure.SPACE_BEFORE_COLON_TRIMMED}))
    assert isinstance(plain, Response)
    assert isinstance(trimmed, Response)
    assert plain.headers.get("access-control-allow-origin") is None
    assert trimmed.headers.get("access-control-allow-origin") == "*"


def test_one_engine_skips_such_a_line_and_reads_the_rest() -> None:
    answer = read_response(b"HTTP/1.1 200 OK\r\nX-One : 1\r\nX-Two: 2\r\n\r\n")
    skipped = as_read(HERE, answer, frozenset({Departure.SPACE_BEFORE_COLON_SKIPPED}))
    assert isinstance(skipped, Response)
    assert skipped.headers.pairs == (("X-Two", "2"),)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nA: \x00\r\n\r\n", id="a broken head is no HTTP/0.9"),
        pytest.param(b"", id="nothing at all"),
    ],
)
def test_what_is_not_http_0_9(data: bytes) -> None:
    assert isinstance(as_read(HERE, read_response(data), frozenset(Departure)), NetworkError)


@pytest.mark.parametrize(
    ("departure", "read"), [(Departure.HTTP_0_9_READ, False), (Departure.HTTP_0_9_READ_ON_ANY_PORT, True)]
)
def test_http_0_9_on_another_port(departure: Departure, read: bool) -> None:
    answer = as_read(url("https://api.example:8443/"), read_response(b"hello there"), frozenset({departure}))
    assert isinstance(answer, Response) is read
