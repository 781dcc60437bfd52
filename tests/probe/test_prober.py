"""The probe against real servers on loopback, most of them hostile: always an answer, always in time."""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import replace

import pytest

from cors_tui.case import Connection
from cors_tui.probe.prober import Prober
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1_head import Leniency
from cors_tui.standards.response import NetworkError, NetworkFailure
from tests.probe.asking import OK, QUICK, answering, ask, failure, response, wire
from tests.probe.servers import Talk, listening, repeats, says, says_and_holds, says_late


async def test_the_bytes_on_the_wire_are_those_given() -> None:
    """Order, case, the author's method and a target that others would escape; only what is missing is added."""
    async with answering(says(OK)) as (server, url):
        pairs = (("Connection", "keep-alive"), ("ACCEPT", "*/*"), ("x-a", "\xe9"), ("X-A", "2"))
        answer = await ask(f"{url}a'b?{{}}|", method="patch", headers=pairs)
    assert server.asked == [
        f"patch /a'b?{{}}| HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nConnection: keep-alive\r\n"
        "ACCEPT: */*\r\nx-a: \xe9\r\nX-A: 2\r\n\r\n".encode("latin-1")
    ]
    found = response(answer)
    assert (found.status, found.body, found.http_version) == (200, "ok", "1.1")
    assert found.address == f"127.0.0.1:{server.port}"
    assert 0 < found.elapsed < 0.6


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        pytest.param(says_late(OK, 4), NetworkFailure.NO_ANSWER_YET, id="answers too late"),
        pytest.param(
            repeats(b"HTTP/1.1 200 OK\r\nA: ", b"x", 0.05, times=80, last=b"\r\n\r\n"),
            NetworkFailure.NO_ANSWER_YET,
            id="drips its head",
        ),
        pytest.param(
            repeats(b"", b"HTTP/1.1 103 E\r\n\r\n", 0.05, times=80, last=OK),
            NetworkFailure.NO_ANSWER_YET,
            id="drips 103s",
        ),
        pytest.param(repeats(b"", b"HTTP/1.1 103 E\r\n\r\n" * 999), NetworkFailure.TOO_LARGE, id="floods 103s"),
        pytest.param(says(b""), NetworkFailure.CLOSED_WITHOUT_ANSWER, id="closes without a byte"),
        pytest.param(says(b"HTT"), NetworkFailure.NOT_HTTP, id="half the protocol's name"),
        pytest.param(says(b"HTTP/1.1 103 E\r\n\r\n"), NetworkFailure.INCOMPLETE, id="an interim response alone"),
        pytest.param(says(b"SSH-2.0-OpenSSH_9.2\r\n"), NetworkFailure.NOT_HTTP, id="another protocol"),
        pytest.param(says_and_holds(b"\0" * 9000), NetworkFailure.NOT_HTTP, id="garbage that stays open"),
        pytest.param(repeats(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n" * 999), NetworkFailure.TOO_LARGE, id="endless head"),
    ],
)
async def test_a_server_that_gives_no_response_is_a_failure(talk: Talk, expected: NetworkFailure) -> None:
    """What comes too late comes at last: whoever waits longer than the deadline has a response."""
    given = replace(QUICK, max_time=10) if expected is NetworkFailure.TOO_LARGE else QUICK
    async with answering(talk) as (_, url):
        answer = await ask(url, given)
    assert failure(answer) is expected
    assert isinstance(answer, NetworkError)
    assert answer.address
    assert answer.detail


@pytest.mark.parametrize(
    ("talk", "complete", "size"),
    [
        pytest.param(repeats(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 9999), True, 65536, id="endless body"),
        pytest.param(says(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), False, 4, id="half a body"),
        pytest.param(says_and_holds(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), False, 4, id="stuck body"),
        pytest.param(says_and_holds(b"HTTP/1.1 200 OK\r\n\r\nhalf"), False, 4, id="a body nobody ends"),
        pytest.param(says_and_holds(OK), True, 2, id="kept alive"),
        pytest.param(says_and_holds(b"HTTP/1.1 204 No\r\nContent-Length: 9\r\n\r\n"), True, 0, id="204 with a length"),
    ],
)
async def test_a_response_stands_once_its_head_is_there(talk: Talk, complete: bool, size: int) -> None:
    """A browser has decided by then; the body is capped, and marked when it did not end well."""
    async with answering(talk) as (_, url):
        found = response(await ask(url))
    assert (found.body_complete, len(found.body)) == (complete, size)


async def test_escape_sequences_come_through_as_bytes() -> None:
    async with answering(says(b"HTTP/1.1 200 \x1b[2J\r\nX: \x1b]52;c;eA==\x07[/b]\r\n\r\n")) as (_, url):
        found = response(await ask(url))
    assert found.headers.get("x") == "\x1b]52;c;eA==\x07[/b]"
    assert found.leniencies == {Leniency.CONTROL_IN_VALUE}


async def test_a_large_body_is_answered_before_it_is_read() -> None:
    """413, and the connection closed, while we still write: the answer is what counts."""
    async with answering(says_and_holds(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")) as (_, url):
        assert response(await ask(url, method="POST", body="x" * 20_000_000)).status == 413


async def test_an_encoded_body_is_decoded() -> None:
    body = gzip.compress(b"readable")
    async with answering(says(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + body)) as (_, url):
        found = response(await ask(url))
    assert (found.body, found.body_decoded) == ("readable", True)


async def test_two_at_a_time_for_one_host() -> None:
    async with listening(says_and_holds(b"")) as server:
        url = f"http://127.0.0.1:{server.port}/"
        async with Prober(Connection(max_time=0.3)) as prober:
            answers = await asyncio.gather(*(prober.send(wire(url), HeaderList()) for _ in range(4)))
    assert {failure(answer) for answer in answers} == {NetworkFailure.NO_ANSWER_YET}
    assert (server.most_open, len(server.asked)) == (2, 4)


@pytest.mark.parametrize(
    ("url", "headers"),
    [
        pytest.param("ftp://example.test/", (), id="a scheme that is not HTTP"),
        pytest.param("http://127.0.0.1:PORT/", (("X-A", "b\r\nEvil: 1"),), id="a line break in a value"),
        pytest.param("http://127.0.0.1:PORT/", (("X-A", "€"),), id="a character that is no byte"),
    ],
)
async def test_what_must_not_be_sent_is_said(url: str, headers: tuple[tuple[str, str], ...]) -> None:
    async with listening(says(OK)) as server:
        answer = await ask(url.replace("PORT", str(server.port)), headers=headers)
    assert failure(answer) is NetworkFailure.CANCELLED
    assert server.asked == []


async def test_stopping_the_task_stops_the_exchange() -> None:
    async with listening(says_and_holds(b"")) as server:
        task = asyncio.ensure_future(ask(f"http://127.0.0.1:{server.port}/", Connection(max_time=30)))
        await server.was_asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
