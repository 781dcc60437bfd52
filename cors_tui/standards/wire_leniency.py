"""What an engine makes of a response that is not quite HTTP.

`cors_tui.standards.http1` reads all that any browser reads and names what it forgave; each engine forgives its own.
https://httpwg.org/specs/rfc9112.html#message.parsing.robustness
"""

from __future__ import annotations

from dataclasses import replace

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1_head import Leniency, split_at_bare_cr
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.url import Url

_FORGIVEN_BY: dict[str, Departure] = {
    Leniency.JUNK_STATUS: Departure.JUNK_STATUS_READ,
    Leniency.JUNK_BEFORE: Departure.JUNK_BEFORE_READ,
    Leniency.UNFINISHED_HEAD: Departure.UNFINISHED_HEAD_READ,
    Leniency.DIFFERENT_CONTENT_LENGTHS: Departure.DIFFERENT_LENGTHS_READ,
}


def as_read(url: Url, answer: Answer, departures: Departures) -> Answer:
    """The answer of `url` as an engine with `departures` reads it; a response it cannot read is a network error."""
    if isinstance(answer, NetworkError):
        return _as_http_0_9(url, answer) if Departure.HTTP_0_9_READ in departures else answer
    if not answer.leniencies:
        return answer
    return _forgiven(answer, departures)


def _as_http_0_9(url: Url, error: NetworkError) -> Answer:
    # What was wrong stands in the detail alone: bytes that begin as HTTP are a broken HTTP/1 head, not HTTP/0.9.
    if error.failure is not NetworkFailure.NOT_HTTP or "HTTP" in error.detail or url.port not in (80, 443):
        return error
    return Response(200, http_version="0.9", address=error.address, elapsed=error.elapsed)


def _forgiven(answer: Response, departures: Departures) -> Answer:
    for leniency in sorted(answer.leniencies):
        needed = _FORGIVEN_BY.get(leniency)
        if needed is not None and needed not in departures:
            return NetworkError(NetworkFailure.NOT_HTTP, str(leniency), answer.address, answer.elapsed)
    if Leniency.ICY in answer.leniencies and Departure.ICY_READ not in departures:
        return replace(answer, headers=HeaderList(), http_version="0.9")
    headers = answer.headers
    if Leniency.BARE_CR in answer.leniencies:
        headers = split_at_bare_cr(headers) if Departure.BARE_CR_READ in departures else _without_bare_cr(headers)
    if Leniency.SPACE_BEFORE_COLON in answer.leniencies and Departure.SPACE_BEFORE_COLON_TRIMMED in departures:
        headers = HeaderList(tuple((name.rstrip(" \t"), value) for name, value in headers))
    return replace(answer, headers=headers)


def _without_bare_cr(headers: HeaderList) -> HeaderList:
    """A header with a bare CR in it is skipped, and the rest read."""
    return HeaderList(tuple((name, value) for name, value in headers if "\r" not in name + value))
