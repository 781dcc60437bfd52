"""What an engine makes of a response that is not quite HTTP.

`cors_tui.standards.http1` reads all that any browser reads and names what it forgave; each engine forgives its own.
https://httpwg.org/specs/rfc9112.html#message.parsing.robustness
"""

from __future__ import annotations

from dataclasses import replace

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1 import NOTHING_MORE
from cors_tui.standards.http1_head import Leniency, split_at_bare_cr
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.url import Url

_FORGIVEN_BY: dict[str, Departure] = {
    Leniency.JUNK_STATUS: Departure.JUNK_STATUS_READ,
    Leniency.JUNK_BEFORE: Departure.JUNK_BEFORE_READ,
    Leniency.UNFINISHED_HEAD: Departure.UNFINISHED_HEAD_READ,
    Leniency.DIFFERENT_CONTENT_LENGTHS: Departure.DIFFERENT_LENGTHS_READ,
    Leniency.NUL_IN_NAME: Departure.NUL_IN_NAME_SKIPPED,
}

SWITCHES = "it switches protocols unasked"
LOW_STATUS = "its status is below 100"
DISPOSITIONS_DIFFER = "its Content-Dispositions differ"
LOCATIONS_DIFFER = "its Locations differ"


def as_read(url: Url, answer: Answer, departures: Departures) -> Answer:
    """The answer of `url` as an engine with `departures` reads it; a response it cannot read is a network error."""
    if isinstance(answer, NetworkError):
        return _as_http_0_9(answer) if _reads_http_0_9(url, answer, departures) else answer
    against = _contradiction(answer, departures)
    if against is not None:
        return NetworkError(NetworkFailure.NOT_HTTP, against, answer.address, answer.elapsed)
    return _forgiven(url, answer, departures) if answer.leniencies else answer


def _contradiction(answer: Response, departures: Departures) -> str | None:
    """What of a well-formed head an engine does not accept; None when it accepts it."""
    if answer.status == 101:
        return SWITCHES if Departure.SWITCHING_FAILS in departures else None
    if answer.status < 100 and Departure.LOW_STATUS_FAILS in departures:
        return LOW_STATUS
    if Departure.DISPOSITIONS_FAIL in departures and _differ(answer, "content-disposition"):
        return DISPOSITIONS_DIFFER
    if Departure.LOCATIONS_MUST_AGREE in departures and _differ(answer, "location"):
        return LOCATIONS_DIFFER
    return None


def _differ(answer: Response, name: str) -> bool:
    values = answer.headers.get_all(name)
    return len(values) > 1 and len(set(values)) > 1


def _reads_http_0_9(url: Url, error: NetworkError, departures: Departures) -> bool:
    if Departure.HTTP_0_9_READ_ON_ANY_PORT in departures:
        return True
    if url.scheme == "https" and error.detail.endswith(NOTHING_MORE):
        return False
    return url.port in (80, 443) and Departure.HTTP_0_9_READ in departures


def _as_http_0_9(error: NetworkError) -> Answer:
    # What was wrong stands in the detail alone: bytes that begin as HTTP are a broken HTTP/1 head, not HTTP/0.9.
    if error.failure is not NetworkFailure.NOT_HTTP or error.detail.startswith(
        ("it begins b'HTTP", 'it begins b"HTTP')
    ):
        return error
    return Response(200, http_version="0.9", address=error.address, elapsed=error.elapsed)


def _forgiven(url: Url, answer: Response, departures: Departures) -> Answer:
    for leniency in sorted(answer.leniencies):
        needed = _FORGIVEN_BY.get(leniency)
        plain_head = leniency == Leniency.UNFINISHED_HEAD and url.scheme == "http"
        if plain_head and Departure.UNFINISHED_PLAIN_HEAD_READ in departures:
            continue
        if needed is not None and needed not in departures:
            return NetworkError(NetworkFailure.NOT_HTTP, str(leniency), answer.address, answer.elapsed)
    if Leniency.ODD_VERSION in answer.leniencies and Departure.ODD_VERSION_FAILS in departures:
        return NetworkError(NetworkFailure.NOT_HTTP, str(Leniency.ODD_VERSION), answer.address, answer.elapsed)
    icy = Leniency.ICY in answer.leniencies and Departure.ICY_READ not in departures
    if icy or (Leniency.UNVERSIONED in answer.leniencies and Departure.ODD_VERSION_IS_HTTP_0_9 in departures):
        return Response(200, http_version="0.9", address=answer.address, elapsed=answer.elapsed)
    if Leniency.BROKEN_CHUNK in answer.leniencies and Departure.BROKEN_CHUNK_FAILS in departures:
        return NetworkError(NetworkFailure.INCOMPLETE, str(Leniency.BROKEN_CHUNK), answer.address, answer.elapsed)
    headers = answer.headers
    if Leniency.BARE_CR in answer.leniencies:
        headers = split_at_bare_cr(headers) if Departure.BARE_CR_READ in departures else _without_bare_cr(headers)
    if Leniency.SPACE_BEFORE_COLON in answer.leniencies:
        headers = _without_space_before_colon(headers, departures)
    return replace(answer, headers=headers)


def _without_space_before_colon(headers: HeaderList, departures: Departures) -> HeaderList:
    if Departure.SPACE_BEFORE_COLON_TRIMMED in departures:
        return HeaderList(tuple((name.rstrip(" \t"), value) for name, value in headers))
    if Departure.SPACE_BEFORE_COLON_SKIPPED in departures:
        return HeaderList(tuple((name, value) for name, value in headers if name == name.rstrip(" \t")))
    return headers


def _without_bare_cr(headers: HeaderList) -> HeaderList:
    """A header with a bare CR in it is skipped, and the rest read."""
    return HeaderList(tuple((name, value) for name, value in headers if "\r" not in name + value))
