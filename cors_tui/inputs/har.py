"""HAR files: every cross-origin request that a browser's network panel saved, as a case that can be judged.

https://w3c.github.io/web-performance/specs/HAR/Overview.html

The file is read entry by entry, so that its size does not matter. A preflight or a redirect's target is looked for
among the entries near to the request it belongs to.
"""

from __future__ import annotations

import codecs
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from cors_tui.inputs.har_stream import entries_of
from cors_tui.inputs.json_parts import CaseError, mapping, text
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import OPAQUE, Origin, same_origin
from cors_tui.standards.request import Body, CredentialsMode, Initiator, Mode, Page, Request, WireRequest
from cors_tui.standards.request_headers import is_forbidden_header
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url

NEAR = 64
"""Entries on either side of a request among which its preflight and its redirects are looked for."""

_INITIATORS = {
    "fetch": Initiator.FETCH,
    "xhr": Initiator.XHR,
    "script": Initiator.SCRIPT,
    "stylesheet": Initiator.STYLESHEET,
    "image": Initiator.IMAGE,
    "font": Initiator.FONT,
    "eventsource": Initiator.EVENT_SOURCE,
}
_NOT_REQUESTS = frozenset({"preflight", "document", "websocket"})
_BROWSERS_OWN = frozenset(
    {"accept", "accept-language", "user-agent", "priority", "dnt", "upgrade-insecure-requests", "cache-control"}
    | {"pragma"}
)
_FAILURES = {
    "net::ERR_NAME_NOT_RESOLVED": NetworkFailure.NAME_NOT_RESOLVED,
    "net::ERR_CONNECTION_REFUSED": NetworkFailure.CONNECTION_REFUSED,
    "net::ERR_ADDRESS_UNREACHABLE": NetworkFailure.UNREACHABLE,
    "net::ERR_TIMED_OUT": NetworkFailure.TIMED_OUT,
    "net::ERR_CONNECTION_TIMED_OUT": NetworkFailure.TIMED_OUT,
    "net::ERR_CERT_AUTHORITY_INVALID": NetworkFailure.TLS_UNTRUSTED,
    "net::ERR_CERT_COMMON_NAME_INVALID": NetworkFailure.TLS_NAME_MISMATCH,
    "net::ERR_CERT_DATE_INVALID": NetworkFailure.TLS_EXPIRED,
    "net::ERR_SSL_PROTOCOL_ERROR": NetworkFailure.TLS_FAILED,
    "net::ERR_EMPTY_RESPONSE": NetworkFailure.CLOSED_WITHOUT_ANSWER,
}

_Key = tuple[bool, str, str]


@dataclass(frozen=True, slots=True)
class HarCase:
    """One cross-origin request of a HAR: what was asked, and the answers that the file holds."""

    id: str
    request: Request
    answers: Mapping[_Key, Answer]
    error: str = ""
    """The browser's own name of what went wrong (``ERR_…``), where the file holds one."""

    @property
    def was_answered(self) -> bool:
        """Whether the file holds a response to the request itself."""
        url = self.request.url.without_fragment if self.request.url else ""
        return isinstance(self.answers.get((False, self.request.method, url)), Response)

    def answer(self, wire: WireRequest) -> Answer | None:
        """What the file says was answered; None where it does not say."""
        preflight = wire.method == "OPTIONS" and "access-control-request-method" in wire.headers
        return self.answers.get((preflight, wire.method, wire.url.without_fragment))


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    method: str
    url: str
    headers: HeaderList
    kind: str
    body: Body | None
    answer: Answer | None
    error: str = ""
    page: str = ""

    @property
    def is_preflight(self) -> bool:
        return self.method == "OPTIONS" and "access-control-request-method" in self.headers

    @property
    def key(self) -> _Key:
        return (self.is_preflight, self.method, self.url)


def is_har(start: bytes) -> bool:
    """Whether a file that begins so is a HAR: one JSON object whose first member is ``log``."""
    head = start.removeprefix(codecs.BOM_UTF8).lstrip()
    return head[:1] == b"{" and head[1:].lstrip().startswith(b'"log"')


def har_cases(start: bytes, file: IO[bytes]) -> Iterator[HarCase | CaseError]:
    """Every cross-origin request of a HAR, in the order of the file; an error for an entry that cannot be read.

    `start` is what was read of `file` already. Memory is bound by `NEAR` entries.
    """
    window: deque[_Entry] = deque(maxlen=2 * NEAR + 1)
    waiting: deque[_Entry] = deque()
    for entry in _entries(start, file):
        if isinstance(entry, CaseError):
            yield entry
            continue
        window.append(entry)
        waiting.append(entry)
        if len(waiting) > NEAR:
            yield from _case(waiting.popleft(), window)
    for entry in waiting:
        yield from _case(entry, window)


def _case(entry: _Entry, near: deque[_Entry]) -> Iterator[HarCase]:
    origin = _page_origin(entry)
    url = parse_url(entry.url)
    if origin is None or url is None or not url.is_http or entry.is_preflight or entry.kind in _NOT_REQUESTS:
        return
    if isinstance(entry.answer, Response) and entry.answer.status == 304 and not entry.error:
        return  # answered from the cache, with headers that the file does not show
    if same_origin(origin, url.origin) or _is_continuation(entry, near) or _fetch_mode(entry) == "navigate":
        return
    answers = {each.key: each.answer for each in near if each.answer is not None}
    if entry.answer is not None:
        answers[entry.key] = entry.answer
    yield HarCase(f"har-{entry.number}", _request(entry, origin), answers, entry.error)


def _is_continuation(entry: _Entry, near: deque[_Entry]) -> bool:
    """Whether an earlier entry was redirected to this one: it is judged as part of that one."""
    return any(
        isinstance(earlier.answer, Response)
        and earlier.number < entry.number
        and 300 <= earlier.answer.status < 400
        and _location(earlier) == entry.url
        for earlier in near
    )


def _location(entry: _Entry) -> str | None:
    location = entry.answer.headers.get("location") if isinstance(entry.answer, Response) else None
    target = parse_url(location, entry.url) if location else None
    return target.without_fragment if target else None


def _fetch_mode(entry: _Entry) -> str:
    return entry.headers.get("sec-fetch-mode") or ""


def _page_origin(entry: _Entry) -> Origin | None:
    """The page that asked, by Origin or else Referer; for a request whose headers were not saved by what started it.
    None when nothing says."""
    written = entry.headers.get("origin")
    if written == "null":
        return OPAQUE
    url = parse_url(written or entry.headers.get("referer") or ("" if len(entry.headers) else entry.page))
    return url.origin if url and url.is_http else None


def _request(entry: _Entry, origin: Origin) -> Request:
    page = Page(origin, None if origin.is_opaque else parse_url(f"{origin}/"))
    told = (
        _fetch_mode(entry) or "origin" in entry.headers or (not len(entry.headers) and entry.kind in ("fetch", "xhr"))
    )
    no_cors = _fetch_mode(entry) == "no-cors" or not told
    return Request(
        page=page,
        url=parse_url(entry.url),
        url_text=entry.url,
        method=entry.method,
        headers=HeaderList(tuple(pair for pair in entry.headers if _is_authors(*pair))),
        body=entry.body,
        credentials_mode=CredentialsMode.INCLUDE if "cookie" in entry.headers else CredentialsMode.SAME_ORIGIN,
        mode=Mode.NO_CORS if no_cors else Mode.CORS,
        initiator=_INITIATORS.get(entry.kind, Initiator.FETCH),
    )


def _is_authors(name: str, value: str) -> bool:
    return not (name.startswith(":") or name.lower() in _BROWSERS_OWN or is_forbidden_header(name, value))


def _entries(start: bytes, file: IO[bytes]) -> Iterator[_Entry | CaseError]:
    for number, found in enumerate(entries_of(start, file), 1):
        try:
            if isinstance(found, CaseError):
                raise found
            yield _entry(number, mapping(found, f"entry {number}"))
        except CaseError as error:
            yield error if isinstance(found, CaseError) else CaseError(f"entry {number}: {error}")


def _entry(number: int, said: Mapping[str, Any]) -> _Entry:
    request = mapping(said.get("request"), "request")
    url = parse_url(text(request.get("url"), "request.url"))
    if url is None:
        raise CaseError("request.url is no URL")
    response = mapping(said.get("response"), "response")
    posted = request.get("postData")
    body = posted.get("text") if isinstance(posted, dict) else None
    return _Entry(
        number=number,
        method=text(request.get("method"), "request.method"),
        url=url.without_fragment,
        headers=_headers(request),
        kind=str(said.get("_resourceType") or ""),
        body=Body(body, None) if isinstance(body, str) else None,
        answer=_answer(response),
        error=str(response.get("_error") or "").removeprefix("net::"),
        page=_started_by(said.get("_initiator")),
    )


def _started_by(initiator: object) -> str:
    """The URL of the script or page that started a request, as Chromium saves it; "" where it is not told."""
    said = initiator if isinstance(initiator, dict) else {}
    stack = said.get("stack")
    frames = stack.get("callFrames") if isinstance(stack, dict) else None
    frame = frames[-1] if isinstance(frames, list) and frames and isinstance(frames[-1], dict) else {}
    return str(said.get("url") or frame.get("url") or "")


def _headers(said: Mapping[str, Any]) -> HeaderList:
    listed = said.get("headers")
    named = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    return HeaderList(tuple((_bytes(each.get("name")), _bytes(each.get("value"))) for each in named))


def _bytes(written: object) -> str:
    """Text as bytes of latin-1: a HAR decodes header values as it likes."""
    return str(written or "").encode("utf-8", "replace").decode("latin-1")


def _answer(said: Mapping[str, Any]) -> Answer | None:
    """The response; a failure below HTTP where the file names one; None where it says neither."""
    status = said.get("status")
    if isinstance(status, int) and 100 <= status <= 999:
        return Response(status=status, headers=_headers(said), reason=str(said.get("statusText") or ""))
    failure = _FAILURES.get(str(said.get("_error") or ""))
    return NetworkError(failure) if failure else None
