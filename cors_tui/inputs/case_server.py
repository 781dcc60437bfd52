"""The server of a recorded case: answers a wire request as the case says, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from cors_tui.inputs.json_parts import CaseError, mapping, text, whole_number
from cors_tui.inputs.reasons import reason_phrase
from cors_tui.probe.encodings import decode_body
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.http1 import read_response
from cors_tui.standards.infra import is_token
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.verdict import Exchange

PATIENCE = 10_000
"""Milliseconds after which an answer counts as never coming."""

DEFAULT_BODY = "ok"

_HOP = re.compile(r"/case/[^/]+/(\d{1,4})")
_PLAIN_PORTS = (80, 3000, 8000, 8080)
_TLS_PORTS = (443, 8443)
_PLAIN_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
_NO_BODY = (204, 304)
_Head = tuple[HeaderList, frozenset[str]]
_REASONS = {200: "OK", 204: "No Content"}


@dataclass(frozen=True, slots=True)
class Scripted:
    """One answer as a case scripts it; `raw` is the whole answer byte for byte where it is given so."""

    answer: Answer
    raw: bytes = b""

    def to(self, method: str) -> Answer:
        """The answer to one request: HEAD gets no body."""
        if method != "HEAD" or not isinstance(self.answer, Response):
            return self.answer
        return read_response(self.raw, "HEAD") if self.raw else replace(self.answer, body="", body_complete=True)


@dataclass(frozen=True, slots=True)
class CaseServer:
    """What a case's server says: `redirects[k]` to hop k, then `actual`; `preflights[k]` or else `preflight`."""

    id: str
    preflight: Scripted
    actual: Scripted
    redirects: tuple[Scripted, ...] = ()
    preflights: Mapping[int, Scripted] = field(default_factory=dict)

    def answer(self, wire: WireRequest) -> Answer:
        """The answer to one request. The hop stands in the path: ``/case/ID/HOP``, 0 when it does not."""
        if not self.owns(wire):
            return _NOT_FOUND
        if "%" in wire.url.host:
            return NetworkError(NetworkFailure.NAME_NOT_RESOLVED)
        if wire.url.port not in (_TLS_PORTS if wire.url.scheme == "https" else _PLAIN_PORTS):
            return _wrong_port(wire.url.port)
        hop = hop_of(wire)
        if wire.role is Role.PREFLIGHT:
            return self.preflights.get(hop, self.preflight).to(wire.method)
        scripted = self.redirects[hop] if hop < len(self.redirects) else self.actual
        return scripted.to(wire.method)

    def owns(self, wire: WireRequest) -> bool:
        """Whether the request is for this case's own path; any other path was answered 404, and not recorded."""
        path, own = wire.url.path, f"/case/{self.id}"
        return path == own or path.startswith(f"{own}/")

    def reached(self, exchange: Exchange) -> bool:
        """Whether a recording server would have seen the request."""
        error = exchange.error
        return self.owns(exchange.request) and (error is None or error.failure not in _NEVER_SEEN)


_NOT_FOUND = Response(404, HeaderList((("Content-Length", "0"),)), "Not Found")
_NEVER_SEEN = (NetworkFailure.CONNECTION_REFUSED, NetworkFailure.TLS_FAILED, NetworkFailure.NAME_NOT_RESOLVED)


def _wrong_port(port: int | None) -> NetworkError:
    if port in _PLAIN_PORTS:
        return NetworkError(NetworkFailure.TLS_FAILED, "plain HTTP on a TLS connection")
    return NetworkError(NetworkFailure.CONNECTION_REFUSED)


def hop_of(wire: WireRequest) -> int:
    """The hop as the recording server counted it: the number at the end of the path."""
    return _hop_in(wire.url.path)


@lru_cache(maxsize=1024)
def _hop_in(path: str) -> int:
    match = _HOP.fullmatch(path)
    return int(match[1]) if match else 0


def read_server(case_id: str, server: Mapping[str, Any]) -> CaseServer:
    """The server of a case. Raises `CaseError` where the case cannot be read."""
    actual = mapping(server.get("actual", {}), "server.actual")
    redirects = actual.get("redirects") or []
    if not isinstance(redirects, list):
        raise CaseError("server.actual.redirects is not a list")
    preflights = mapping(server.get("preflights") or {}, "server.preflights")
    return CaseServer(
        id=case_id,
        preflight=_scripted(mapping(server.get("preflight", {}), "server.preflight"), "server.preflight"),
        actual=_scripted(actual, "server.actual"),
        redirects=tuple(
            _scripted(mapping(hop, f"server.actual.redirects[{k}]"), f"server.actual.redirects[{k}]")
            for k, hop in enumerate(redirects)
        ),
        preflights={
            _hop_number(hop): _scripted(mapping(said, f"server.preflights.{hop}"), f"server.preflights.{hop}")
            for hop, said in preflights.items()
        },
    )


def _hop_number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 5):
        raise CaseError(f"server.preflights has a key that is no hop: {written[:20]!r}")
    return int(written)


def _scripted(said: Mapping[str, Any], where: str) -> Scripted:
    if "raw" in said:
        data = _bytes(text(said["raw"], f"{where}.raw"), f"{where}.raw")
        return Scripted(read_response(data), data)
    return Scripted(_answer(said, where))


def _bytes(written: str, where: str) -> bytes:
    try:
        return written.encode("latin-1")
    except UnicodeEncodeError as error:
        raise CaseError(f"{where} holds a character that is no byte") from error


def _answer(said: Mapping[str, Any], where: str) -> Answer:
    if said.get("close") is True:
        return NetworkError(NetworkFailure.CLOSED_WITHOUT_ANSWER)
    if whole_number(said.get("delay_ms", 0), f"{where}.delay_ms", 0, 10**9) >= PATIENCE:
        return NetworkError(NetworkFailure.NO_ANSWER_YET)
    status = whole_number(said.get("status", 200), f"{where}.status", 100, 999)
    body = "" if status in _NO_BODY else text(said.get("body", DEFAULT_BODY), f"{where}.body")
    unread = "body_file" in said and status not in _NO_BODY  # no file that a case names is opened
    read = _headers(said, status, body, where)
    if isinstance(read, NetworkError):
        return read
    headers, leniencies = read
    body, decoded = _decoded(body, headers.get("content-encoding") or "")
    return Response(
        status=status,
        headers=headers,
        reason=text(said.get("reason", reason_phrase(status)), f"{where}.reason"),
        body=body,
        body_decoded=decoded and not unread,
        body_complete=said.get("close") != "truncate" or not body,
        leniencies=leniencies,
    )


def _decoded(body: str, codings: str) -> tuple[str, bool]:
    """A body in the codings of Content-Encoding, decoded; and whether it could be."""
    if not codings:
        return body, True
    found, decoded = decode_body(body.encode("latin-1", "replace"), codings)
    return (found.decode("latin-1"), True) if decoded else (body, False)


def _headers(said: Mapping[str, Any], status: int, body: str, where: str) -> _Head | NetworkError:
    """The headers as a browser reads them, with what had to be forgiven; Content-Length added unless given."""
    lines = said.get("headers") or []
    if not isinstance(lines, list):
        raise CaseError(f"{where}.headers is not a list of [name, value] pairs and [raw line]s")
    found = [_plain_pair(line, where) for line in lines]
    given = any(line[0][:14].lower() == "content-length" for line in lines)
    if not given and status not in _NO_BODY:
        length = ("Content-Length", str(len(body)))
        found, lines = [*found, length], [*lines, length]
    plain = tuple(pair for pair in found if pair)
    return (HeaderList(plain), frozenset()) if len(plain) == len(lines) else _read_lines(lines, status, where)


def _plain_pair(line: object, where: str) -> HeaderPair | None:
    """A line that any reader of HTTP reads as just this pair; None for one that is read byte for byte."""
    if isinstance(line, list) and len(line) == 2 and isinstance(line[0], str) and isinstance(line[1], str):
        return _plain(line[0], line[1])
    if not isinstance(line, list) or len(line) != 1 or not isinstance(line[0], str):
        raise CaseError(f"{where}.headers is not a list of [name, value] pairs and [raw line]s")
    return None


@lru_cache(maxsize=8192)
def _plain(name: str, value: str) -> HeaderPair | None:
    return (name, value.strip(" \t")) if is_token(name) and _PLAIN_VALUE.fullmatch(value) else None


def _read_lines(lines: Sequence[Sequence[str]], status: int, where: str) -> _Head | NetworkError:
    written = "".join(f"{': '.join(line)}\r\n" for line in lines)
    data = _bytes(f"HTTP/1.1 {status} {_REASONS.get(status, 'Said')}\r\n{written}\r\n", f"{where}.headers")
    answer = read_response(data, "HEAD")
    if isinstance(answer, NetworkError):
        return answer
    return answer.headers, answer.leniencies
