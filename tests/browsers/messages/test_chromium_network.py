"""Chromium's names for answers that cannot be read."""

import pytest

from cors_tui.browsers.known.chromium import DEPARTURES
from cors_tui.browsers.messages.chromium_network import body_name, failed_name
from cors_tui.standards.http1 import read_response
from cors_tui.standards.response import NetworkError, Response
from cors_tui.standards.url import Url
from cors_tui.standards.wire_leniency import as_read
from tests.rows import each_row
from tests.standards.making import says, url

TLS, PLAIN = url("https://api.example:8443/"), url("http://api.example:8000/")
HEAD = b"HTTP/1.1 200 OK\r\n"


@each_row(
    ("data", "place", "name"),
    [
        pytest.param(b"", TLS, "ERR_EMPTY_RESPONSE", id="nothing"),
        pytest.param(HEAD, TLS, "ERR_RESPONSE_HEADERS_TRUNCATED", id="an unfinished head over TLS"),
        pytest.param(b"\r\n", TLS, "ERR_RESPONSE_HEADERS_TRUNCATED", id="two bytes over TLS"),
        pytest.param(b"\r\n", PLAIN, "ERR_INVALID_HTTP_RESPONSE", id="two bytes without"),
        pytest.param(b"some words of no HTTP", TLS, "ERR_INVALID_HTTP_RESPONSE", id="words"),
        pytest.param(b"HTTP/1.1 101 S\r\n\r\n", TLS, "ERR_EMPTY_RESPONSE", id="another protocol"),
        pytest.param(b"HTTP/1.1 103 E\r\n\r\n", TLS, "ERR_EMPTY_RESPONSE", id="only an interim answer"),
        pytest.param(
            HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nx", TLS,
            "ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH", id="two lengths",
        ),
        pytest.param(
            HEAD + b"Location: /a\r\nLocation: /b\r\n\r\n", TLS,
            "ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION", id="two Locations",
        ),
        pytest.param(
            HEAD + b"Content-Disposition: a\r\nContent-Disposition: b\r\n\r\n", TLS,
            "ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_DISPOSITION", id="two dispositions",
        ),
    ],
)  # fmt: skip
def test_no_response(data: bytes, place: Url, name: str) -> None:
    answer = as_read(place, read_response(data), DEPARTURES)
    assert isinstance(answer, NetworkError)
    assert failed_name(answer, over_tls=place is TLS) == name


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(HEAD + b"Content-Length: 2\r\n\r\nok", None, id="whole"),
        pytest.param(HEAD + b"Content-Length: 3\r\n\r\nok", "ERR_CONTENT_LENGTH_MISMATCH", id="cut off"),
        pytest.param(
            HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nok", "ERR_INCOMPLETE_CHUNKED_ENCODING", id="in a chunk"
        ),
        pytest.param(
            HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nok", "ERR_INVALID_CHUNKED_ENCODING", id="no chunk"
        ),
        pytest.param(
            HEAD + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nok", "ERR_CONTENT_DECODING_FAILED", id="no gzip"
        ),
    ],
)
def test_a_body(data: bytes, name: str | None) -> None:
    answer = read_response(data)
    assert isinstance(answer, Response)
    assert body_name(answer) == name
    assert body_name(says(200)) is None
