"""The server of a recorded case."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from cors_tui.inputs.case_server import CaseServer, hop_of, read_server
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import NetworkError, Response
from cors_tui.standards.verdict import Exchange
from tests.standards.making import headers, url

PACKED = gzip.compress(b"packed").decode("latin-1")


def server(actual: dict[str, Any] | None = None, **more: Any) -> CaseServer:
    return read_server("c1", {"actual": actual or {}, **more})


def asked(
    target: str = "https://api.example.test/case/c1", method: str = "GET", preflight: bool = False
) -> WireRequest:
    given = {"Access-Control-Request-Method": method} if preflight else {}
    role = Role.PREFLIGHT if preflight else Role.ACTUAL
    return WireRequest(role, 0, "OPTIONS" if preflight else method, url(target), headers(given))


def response(found: CaseServer, wire: WireRequest) -> Response:
    answer = found.answer(wire)
    assert isinstance(answer, Response)
    return answer


def test_the_hop_stands_in_the_path() -> None:
    found = server({"status": 200, "redirects": [{"status": 301}, {"status": 302}]})
    statuses = [response(found, asked(f"https://a.test/case/c1{end}")).status for end in ("", "/1", "/2", "/7")]
    assert statuses == [301, 302, 200, 200]


def test_a_preflight_may_have_an_answer_of_its_own_at_a_hop() -> None:
    found = server(preflight={"status": 204}, preflights={"1": {"status": 404}})
    assert response(found, asked(preflight=True)).status == 204
    assert response(found, asked("https://a.test/case/c1/1", preflight=True)).status == 404


def test_options_without_the_question_is_an_actual_request() -> None:
    found = server({"status": 200}, preflight={"status": 204})
    assert response(found, asked(method="OPTIONS")).status == 200


@pytest.mark.parametrize(
    ("said", "length"),
    [
        pytest.param({}, "2", id="a body is there unless said otherwise"),
        pytest.param({"body": ""}, "0", id="an empty one"),
        pytest.param({"headers": [["content-LENGTH", "9"]]}, "9", id="given"),
        pytest.param({"status": 204}, None, id="no content"),
        pytest.param({"status": 304, "body": "x"}, None, id="not modified"),
    ],
)
def test_content_length_is_added_unless_given(said: dict[str, Any], length: str | None) -> None:
    assert response(server(said), asked()).headers.get("content-length") == length


def test_values_are_trimmed_of_space_and_tab_as_on_the_wire() -> None:
    found = response(server({"headers": [["A", " \t1\t"], ["B", "\x0b2"]]}), asked())
    assert (found.headers.get("a"), found.headers.get("b")) == ("1", "\x0b2")
    assert found.headers.pairs[0] == ("A", "1")


def test_a_raw_line_is_sent_as_it_is() -> None:
    found = response(server({"headers": [["A: 1"], [" folded"], ["junk"]]}), asked())
    assert found.headers.get("a") == "1 folded"
    assert {"obs-fold", "line-without-colon"} <= found.leniencies


def test_a_raw_answer_is_read_byte_for_byte() -> None:
    found = server({"raw": "HTTP/1.0 403 No\r\nA: 1\r\n\r\nbody"})
    read = response(found, asked())
    assert (read.status, read.http_version, read.body) == (403, "1.0", "body")
    assert response(found, asked(method="HEAD")).body == ""


@pytest.mark.parametrize(
    ("said", "failure"),
    [
        pytest.param({"close": True}, "connection closed without an answer", id="closed"),
        pytest.param({"delay_ms": 60_000}, "no answer in time", id="too late"),
        pytest.param({"headers": [["A", "\x00"]]}, "the answer is not HTTP", id="NUL"),
        pytest.param({"raw": "hello there"}, "the answer is not HTTP", id="no HTTP at all"),
    ],
)
def test_ways_to_fail(said: dict[str, Any], failure: str) -> None:
    answer = server(said).answer(asked())
    assert isinstance(answer, NetworkError)
    assert answer.failure.value == failure


@pytest.mark.parametrize(
    ("said", "body", "decoded"),
    [
        pytest.param({"headers": [["Content-Encoding", "gzip"]], "body": "plain"}, "plain", False, id="in no coding"),
        pytest.param({"headers": [["Content-Encoding", "gzip"]], "body": PACKED}, "packed", True, id="in its coding"),
        pytest.param({"headers": [["Content-Encoding", "identity"]]}, "ok", True, id="in none, as it says"),
        pytest.param({"body_file": "/no/such/file"}, "ok", False, id="in a file, which is not opened"),
        pytest.param({"body_file": "/no/such/file", "status": 204}, "", True, id="none, whatever file is named"),
    ],
)
def test_what_is_known_of_a_body(said: dict[str, Any], body: str, decoded: bool) -> None:
    found = response(server(said), asked())
    assert (found.body, found.body_decoded) == (body, decoded)


def test_a_body_can_be_cut_off() -> None:
    found = server({"close": "truncate"})
    assert not response(found, asked()).body_complete
    assert response(found, asked(method="HEAD")).body_complete


@pytest.mark.parametrize(
    ("target", "failure"),
    [
        ("https://a.test:8000/case/c1", "TLS handshake failed"),
        ("https://a.test:9/case/c1", "connection refused"),
        ("http://a.test:443/case/c1", "connection refused"),
        ("https://a.test:8443/case/c1", ""),
        ("http://a.test:3000/case/c1", ""),
    ],
)
def test_ports_of_the_recordings(target: str, failure: str) -> None:
    answer = server().answer(asked(target))
    assert (answer.failure.value if isinstance(answer, NetworkError) else "") == failure
    assert server().reached(Exchange(asked(target), answer)) is (failure == "")


def test_another_path_is_not_found_and_was_not_recorded() -> None:
    wire = asked("https://a.test/case/c11")
    found = server()
    assert response(found, wire).status == 404
    assert not found.reached(Exchange(wire, found.answer(wire)))


def test_an_odd_end_of_the_path_is_hop_0() -> None:
    assert hop_of(asked("https://a.test/case/c1/1,%20x")) == 0
    assert hop_of(asked("https://a.test/case/c1/12?x")) == 12
