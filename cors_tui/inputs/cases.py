"""Recorded cases: one JSON object that says what a page asks and what its server answers, read into a `Request` and a
server to play it with.

The format is one line of a JSON Lines file; strings are latin-1 text, one character a byte:
``{"id", "page_origin", "page": {"headers"}, "request": {...}, "server": {"preflight", "actual", "preflights"}}``.
``"address_spaces": {HOST: "loopback" | "local" | "public"}`` may say where names lead; one that is not named leads to
loopback, and an address speaks for itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cors_tui.inputs.case_server import CaseServer, read_server
from cors_tui.inputs.json_parts import CaseError, choice, flag, mapping, pairs, text, whole_number
from cors_tui.standards.address_space import space_of_host
from cors_tui.standards.cors_settings import chosen, credentials_modes
from cors_tui.standards.departures import Departures
from cors_tui.standards.fetching import drive, fetch
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.origin import OPAQUE
from cors_tui.standards.preflight_cache import EMPTY_CACHE
from cors_tui.standards.request import (
    AddressSpace,
    Body,
    Cookie,
    CredentialsMode,
    Initiator,
    Mode,
    Page,
    RedirectMode,
    Request,
)
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Outcome

__all__ = ["CaseError", "RecordedCase", "in_one", "play", "play_each", "read_case"]

SANDBOX_URL = "http://localhost:3000/"
"""Where a page of origin ``null`` was served from in the recordings; its sandbox makes the origin opaque."""

PUBLIC_HOSTS = frozenset({"public.test"})
"""Hosts that stood for a public address in the recordings; every other host was on loopback."""

_Spaces = tuple[tuple[str, AddressSpace], ...]

_SPACES: _Spaces = tuple((host, AddressSpace.PUBLIC) for host in sorted(PUBLIC_HOSTS))

COOKIE_HOSTS = ("localhost", "127.0.0.1", "api.example.test", "third.test")

_MOST_REPEATS = 20
_BOUNDARY = "----cors-tui"


@dataclass(frozen=True, slots=True)
class RecordedCase:
    """One case: the request of its page and the server that answers it. `repeat`: how often the page asks the same."""

    id: str
    request: Request
    server: CaseServer
    repeat: int = 1
    tags: tuple[str, ...] = ()


def play(case: RecordedCase, departures: Departures) -> Outcome:
    """How the case ends in an engine with `departures`: the last outcome, with the exchanges of every repetition.

    A page whose request fails asks no more. A server that never answers ends as the browser's own time-out.
    """
    return in_one(tuple(play_each(case, departures)))


def in_one(outcomes: Sequence[Outcome]) -> Outcome:
    """The end of several repetitions: the last, with the exchanges of all."""
    if len(outcomes) == 1:
        return outcomes[0]
    return outcomes[-1].with_exchanges(tuple(exchange for each in outcomes for exchange in each.exchanges))


def play_each(case: RecordedCase, departures: Departures) -> Iterator[Outcome]:
    """How each repetition ends, with its own exchanges; one where the case asks once."""
    cache = EMPTY_CACHE
    for _ in range(case.repeat):
        ended = drive(fetch(case.request, departures, cache), case.server.answer)
        assert isinstance(ended, Outcome)
        yield ended
        if not ended.resolved:
            return
        cache = ended.cache


def read_case(line: str | bytes) -> RecordedCase:
    """The case in one line of JSON.

    Raises `CaseError` with one sentence that says what is wrong and where.
    """
    try:
        data = json.loads(line)
    except ValueError as error:
        raise CaseError(f"not JSON: {error}") from error
    except RecursionError as error:
        raise CaseError("nested too deeply to be a case") from error
    case = mapping(data, "the case")
    asked = mapping(case.get("request"), "request")
    spaces = _address_spaces(mapping(case.get("address_spaces") or {}, "address_spaces"))
    case_id = text(case.get("id", ""), "id")
    return RecordedCase(
        id=case_id,
        request=_request(asked, _page(case, spaces), spaces),
        server=read_server(case_id, mapping(case.get("server", {}), "server")),
        repeat=whole_number(asked.get("repeat", 1), "request.repeat", 1, _MOST_REPEATS),
        tags=_tags(case.get("tags") or []),
    )


def _tags(tags: object) -> tuple[str, ...]:
    if not isinstance(tags, list):
        raise CaseError("tags is not a list")
    return tuple(str(tag) for tag in tags)


def _address_spaces(written: Mapping[str, Any]) -> _Spaces:
    if not written:
        return _SPACES
    given = ((host, choice(space, f"address_spaces.{host}", AddressSpace)) for host, space in written.items())
    return (*_SPACES, *given)


def _page(case: Mapping[str, Any], spaces: _Spaces) -> Page:
    about = mapping(case.get("page") or {}, "page")
    headers = pairs(about.get("headers") or [], "page.headers")
    return _page_of(text(case.get("page_origin"), "page_origin"), headers, spaces)


@lru_cache(maxsize=256)
def _page_of(written: str, headers: tuple[HeaderPair, ...], spaces: _Spaces) -> Page:
    url = parse_url(SANDBOX_URL if written == "null" else f"{written}/")
    if url is None or not url.is_http:
        raise CaseError(f"page_origin is no http(s) origin and not null: {written[:80]!r}")
    return Page(
        origin=OPAQUE if written == "null" else url.origin,
        url=url,
        headers=HeaderList(headers),
        address_space=space_of_host(url.host) or dict(spaces).get(url.host, AddressSpace.LOOPBACK),
        cookies=_JAR,
    )


def _request(asked: Mapping[str, Any], page: Page, spaces: _Spaces) -> Request:
    written = text(asked.get("url"), "request.url")
    url = parse_url(written, page.url.href if page.url else None)
    space = asked.get("targetAddressSpace")
    initiator = choice(asked.get("api", "fetch"), "request.api", Initiator)
    mode = choice(asked.get("mode", "cors"), "request.mode", Mode)
    by_xhr = initiator is Initiator.XHR  # it has an upload to listen to, and none of the options of fetch()
    return Request(
        page=page,
        url=url,
        url_text=written,
        method=text(asked.get("method", "GET"), "request.method"),
        headers=HeaderList(pairs(asked.get("headers") or [], "request.headers")),
        body=_body(asked),
        credentials_mode=_credentials(asked, initiator, mode),
        mode=mode,
        redirect_mode=choice(asked.get("redirect", "follow"), "request.redirect", RedirectMode),
        initiator=initiator,
        upload_listener=flag(asked.get("upload_listener", False), "request.upload_listener") and by_xhr,
        target_address_space=None if space is None else text(space, "request.targetAddressSpace"),
        cache_mode=text(asked.get("cache") or "default", "request.cache"),
        referrer_policy=text(asked.get("referrerPolicy") or "", "request.referrerPolicy"),
        integrity="" if by_xhr else text(asked.get("integrity") or "", "request.integrity"),
        keepalive=not by_xhr and flag(asked.get("keepalive", False), "request.keepalive"),
        address_spaces=spaces,
        other_address_space=AddressSpace.LOOPBACK,
        headers_object=True,  # as the recordings' pages gave them
        slow_network=True,  # the recordings were made on a machine with no network but its loopback
    )


def _credentials(asked: Mapping[str, Any], initiator: Initiator, mode: Mode) -> CredentialsMode:
    """The mode as written, where what asks can be told so."""
    written = choice(asked.get("credentials", "same-origin"), "request.credentials", CredentialsMode)
    return chosen(written, credentials_modes(initiator, mode))


def _body(asked: Mapping[str, Any]) -> Body | None:
    body = asked.get("body")
    if body is None:
        return None
    kind = text(asked.get("body_type") or "", "request.body_type")
    written = text(body, "request.body")
    if kind == "formdata":
        return Body(written, f"multipart/form-data; boundary={_BOUNDARY}")
    if kind == "urlsearchparams":
        return Body(written, "application/x-www-form-urlencoded;charset=UTF-8")
    if kind.startswith("blob:"):
        return Body(written, _blob_type(kind.removeprefix("blob:")))
    return Body(written)


def _blob_type(kind: str) -> str | None:
    """https://w3c.github.io/FileAPI/#constructorBlob, step 3: lower case, and none where it is not printable ASCII"""
    return kind.lower() if kind and kind.isascii() and kind.isprintable() else None


def _jar() -> tuple[Cookie, ...]:
    """The cookies each host had set as a first party before the recordings."""
    return tuple(
        cookie
        for host in COOKIE_HOSTS
        for cookie in (
            Cookie("o_def", "1", host),
            Cookie("o_lax", "1", host, "lax"),
            Cookie("o_strict", "1", host, "strict"),
            Cookie("o_none", "1", host, "none", secure=True),
        )
    )


_JAR = _jar()
