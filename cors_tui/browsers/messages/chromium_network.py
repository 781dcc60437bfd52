"""The ``net::`` names that Chromium prints for an answer that it cannot read, or whose body does not come whole."""

from __future__ import annotations

from cors_tui.browsers.messages.network_errors import NAMES
from cors_tui.standards.content_coding import is_undecodable
from cors_tui.standards.http1 import AFTER_INTERIM, NOTHING_MORE
from cors_tui.standards.http1_head import Leniency
from cors_tui.standards.response import NetworkError, NetworkFailure, Response
from cors_tui.standards.wire_leniency import DISPOSITIONS_DIFFER, LOCATIONS_DIFFER, SWITCHES

_BY_DETAIL = {
    str(Leniency.UNFINISHED_HEAD): "ERR_RESPONSE_HEADERS_TRUNCATED",
    str(Leniency.DIFFERENT_CONTENT_LENGTHS): "ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH",
    DISPOSITIONS_DIFFER: "ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_DISPOSITION",
    LOCATIONS_DIFFER: "ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION",
    SWITCHES: "ERR_EMPTY_RESPONSE",
    AFTER_INTERIM: "ERR_EMPTY_RESPONSE",
}


def failed_name(error: NetworkError, *, over_tls: bool) -> str:
    """The name of an exchange that gave no response."""
    if error.detail in _BY_DETAIL:
        return _BY_DETAIL[error.detail]
    if over_tls and error.failure is NetworkFailure.NOT_HTTP and error.detail.endswith(NOTHING_MORE):
        return "ERR_RESPONSE_HEADERS_TRUNCATED"
    return NAMES[error.failure]


def body_name(response: Response) -> str | None:
    """The name of what went wrong with a body after its head was read; None when nothing did."""
    if is_undecodable(response):
        return "ERR_CONTENT_DECODING_FAILED"
    if response.body_complete:
        return None
    if Leniency.BROKEN_CHUNK in response.leniencies:
        return "ERR_INVALID_CHUNKED_ENCODING"
    chunked = "chunked" in (response.headers.get("transfer-encoding") or "").lower()
    return "ERR_INCOMPLETE_CHUNKED_ENCODING" if chunked else "ERR_CONTENT_LENGTH_MISMATCH"
