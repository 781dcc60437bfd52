"""Chromium's ``net::ERR_…`` names: which network failure each stands for, and how a pasted one is read.

https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus

from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.messages.template import Found, Part, Template
from cors_tui.standards.response import NetworkFailure
from cors_tui.standards.verdict import Refusal

FAILED = "ERR_FAILED"

NAMES: dict[NetworkFailure, str] = {
    NetworkFailure.NAME_NOT_RESOLVED: "ERR_NAME_NOT_RESOLVED",
    NetworkFailure.CONNECTION_REFUSED: "ERR_CONNECTION_REFUSED",
    NetworkFailure.UNREACHABLE: "ERR_ADDRESS_UNREACHABLE",
    NetworkFailure.TIMED_OUT: "ERR_TIMED_OUT",
    NetworkFailure.TLS_UNTRUSTED: "ERR_CERT_AUTHORITY_INVALID",
    NetworkFailure.TLS_NAME_MISMATCH: "ERR_CERT_COMMON_NAME_INVALID",
    NetworkFailure.TLS_EXPIRED: "ERR_CERT_DATE_INVALID",
    NetworkFailure.TLS_FAILED: "ERR_SSL_PROTOCOL_ERROR",
    NetworkFailure.CLOSED_WITHOUT_ANSWER: "ERR_EMPTY_RESPONSE",
    NetworkFailure.INCOMPLETE: "ERR_CONTENT_LENGTH_MISMATCH",
    NetworkFailure.NOT_HTTP: "ERR_INVALID_HTTP_RESPONSE",
    NetworkFailure.TOO_LARGE: "ERR_RESPONSE_HEADERS_TOO_BIG",
    NetworkFailure.PROXY_FAILED: "ERR_PROXY_CONNECTION_FAILED",
    NetworkFailure.CANCELLED: "ERR_ABORTED",
}
"""The name Chromium prints for each way the network fails."""

REFUSALS: dict[str, Refusal | None] = {
    "ERR_FAILED": None,
    "ERR_ABORTED": None,
    "ERR_BLOCKED_BY_CLIENT": None,
    "ERR_BLOCKED_BY_ADMINISTRATOR": None,
    "ERR_BLOCKED_BY_ORB": Refusal.OPAQUE_RESPONSE_BLOCKED,
    "ERR_BLOCKED_BY_RESPONSE": Refusal.CORP,
    "ERR_BLOCKED_BY_CSP": Refusal.CSP_CONNECT_SRC,
    "ERR_TOO_MANY_REDIRECTS": Refusal.REDIRECT_TOO_MANY,
    "ERR_UNSAFE_REDIRECT": Refusal.REDIRECT_SCHEME,
    "ERR_INVALID_REDIRECT": Refusal.REDIRECT_LOCATION_INVALID,
    "ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION": Refusal.REDIRECT_LOCATION_INVALID,
    "ERR_UNEXPECTED_PROXY_AUTH": Refusal.RESPONSE_INVALID,
    "ERR_UNSAFE_PORT": Refusal.BAD_PORT,
    "ERR_INVALID_URL": Refusal.URL_INVALID,
    "ERR_UNKNOWN_URL_SCHEME": Refusal.SCHEME_NOT_HTTP,
    "ERR_DISALLOWED_URL_SCHEME": Refusal.SCHEME_NOT_HTTP,
    "ERR_CONTENT_DECODING_FAILED": Refusal.RESPONSE_INVALID,
}
"""What a name says by itself; every other one is the network's failure."""

_INVALID_RESPONSE = ("ERR_RESPONSE_HEADERS_", "ERR_INVALID_CHUNKED_ENCODING")
_KNOWN_WITHOUT_PREFIX = re.compile(
    r"ERR_(FAILED|ABORTED|BLOCKED_BY_|NAME_|CONNECTION_|CERT_|SSL_|TIMED_OUT|EMPTY_RESPONSE|ADDRESS_|NETWORK_|INTERNET_"
    r"|PROXY_|TUNNEL_|TOO_MANY_REDIRECTS|UNSAFE_|INVALID_HTTP_RESPONSE|HTTP2_|QUIC_|SOCKET_|DNS_|RESPONSE_HEADERS_"
    r"|CONTENT_|INCOMPLETE_CHUNKED_|CACHE_MISS)"
)
_NAMED = re.compile(
    r"\b(?P<prefix>net::)?(?P<network>err_[a-z0-9_]{3,60}(?:\.[a-z]{1,80})?)"
    r"(?: \(?(?P<status>[1-5]\d\d)\b\)?)?(?: \((?P<reason>[\w' -]{1,60})\))?"
)
_REASONS = "|".join(sorted({re.escape(status.phrase.lower()) for status in HTTPStatus}, key=len, reverse=True))
_ANSWERED = re.compile(rf"\b(?P<status>[1-5]\d\d) \((?:{_REASONS}|gateway time-out)\)")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_LONGEST_URL = 4200


def refusal_of(name: str) -> Refusal | None:
    """The refusal that a ``net::`` name stands for; None where it says nothing of the cause."""
    base = name.partition(".")[0]
    if base in REFUSALS:
        return REFUSALS[base]
    return Refusal.RESPONSE_INVALID if base.startswith(_INVALID_RESPONSE) else Refusal.NETWORK


def find_named(pasted: Pasted) -> Iterator[Found]:
    """``[METHOD] [URL] net::ERR_NAME [STATUS (REASON)]``, each time it stands in a text."""
    reached = 0
    for match in _NAMED.finditer(pasted.low):
        name = pasted.flat[slice(*match.span("network"))]
        plain = name.partition(".")[0].upper() + name[len(name.partition(".")[0]) :]
        if not match["prefix"] and not _KNOWN_WITHOUT_PREFIX.match(plain):
            continue
        url, start = _url_before(pasted, reached, match.start())
        told = plain != FAILED or match["status"] is not None
        fixed = {"network": plain, "certain": told}
        slots = {"url": url, "status": match["status"] or ""}
        template = Template("net::", refusal_of(plain), Part.DETAIL, fixed=fixed)
        yield Found(template, start, match.end(), {name: value for name, value in slots.items() if value})
        reached = match.end()


def find_answered(pasted: Pasted) -> Iterator[Found]:
    """``[METHOD] [URL] STATUS (REASON)``, each time it stands in a text."""
    reached = 0
    for match in _ANSWERED.finditer(pasted.low):
        url, start = _url_before(pasted, reached, match.start())
        slots = {"url": url, "status": match["status"]}
        template = Template("status", None, Part.DETAIL)
        yield Found(template, start, match.end(), {name: value for name, value in slots.items() if value})
        reached = match.end()


def _url_before(pasted: Pasted, reached: int, end: int) -> tuple[str, int]:
    """The URL that stands before a place, and where it (or its method) begins; "" when none does."""
    words = pasted.flat[max(reached, end - _LONGEST_URL) : end].rstrip(" :").split(" ")
    named = len(words) > 1 and words[-2].upper() in _METHODS
    if not words[-1] or not (named or "://" in words[-1]):
        return "", end
    start = pasted.flat.rfind(words[-1], reached, end)
    return words[-1], start - len(words[-2]) - 1 if named else start
