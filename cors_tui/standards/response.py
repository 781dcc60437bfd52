"""What came back: a response, or the way the network failed.

https://fetch.spec.whatwg.org/#responses
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from cors_tui.standards.header_list import HeaderList


@dataclass(frozen=True, slots=True)
class Response:
    """A response as it stood on the wire: header names in their own case and order, values as latin-1 text.

    `body` holds what was read (decoded where `body_decoded`), at most 64 KiB; `body_complete` is False when the body
    ended before its announced end. `address` is the ``ip:port`` that answered, `elapsed` the seconds from the first
    byte sent to the head received, `http_version` "1.0", "1.1" or "2". `leniencies` names what had to be forgiven to
    read it at all (`cors_tui.standards.http1` lists them); an engine that does not forgive one fails.
    """

    status: int
    headers: HeaderList = field(default_factory=HeaderList)
    reason: str = ""
    body: str = ""
    body_decoded: bool = True
    body_complete: bool = True
    http_version: str = "1.1"
    address: str = ""
    elapsed: float = 0.0
    leniencies: frozenset[str] = frozenset()


class NetworkFailure(Enum):
    """How an exchange can fail below HTTP. `NO_ANSWER_YET`: the request was sent, and a browser might wait longer."""

    NAME_NOT_RESOLVED = "name not resolved"
    CONNECTION_REFUSED = "connection refused"
    UNREACHABLE = "address unreachable"
    TIMED_OUT = "not reached in time"
    NO_ANSWER_YET = "no answer in time"
    TLS_UNTRUSTED = "certificate not trusted"
    TLS_NAME_MISMATCH = "certificate is for another name"
    TLS_EXPIRED = "certificate expired"
    TLS_FAILED = "TLS handshake failed"
    CLOSED_WITHOUT_ANSWER = "connection closed without an answer"
    INCOMPLETE = "connection closed in the middle of the answer"
    NOT_HTTP = "the answer is not HTTP"
    TOO_LARGE = "the header is too large"
    PROXY_FAILED = "the proxy refused or failed"
    CANCELLED = "stopped"


@dataclass(frozen=True, slots=True)
class NetworkError:
    """No response. `detail` is the operating system's or the TLS library's own words, for people."""

    failure: NetworkFailure
    detail: str = ""
    address: str = ""
    elapsed: float = 0.0


Answer = Response | NetworkError
