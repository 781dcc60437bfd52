"""What every form needs: the request as a browser sends it, and where the secrets stand in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from cors_tui.case import Call
from cors_tui.inputs.readers._words import as_unicode
from cors_tui.masking import MASK, is_secret, masked_url
from cors_tui.standards.cors_settings import is_written_by_author
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.destination import destination
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.leg import first_leg
from cors_tui.standards.method import normalize_method
from cors_tui.standards.request import Initiator, Mode
from cors_tui.standards.request_class import request_headers
from cors_tui.standards.responding import actual_request
from cors_tui.standards.url import parse_url

TEXT = "text/plain;charset=UTF-8"
"""What a browser calls a body that is a string."""

_PARAMETER = re.compile(r"[?&]([^?&=]+)=\Z")


def target(call: Call) -> str:
    """The URL as it is asked for, without its fragment; as typed where it is none."""
    url = parse_url(call.url.strip())
    return call.url.strip() if url is None else url.without_fragment


def method(call: Call) -> str:
    return normalize_method(call.method.strip()) or "GET"


def author_headers(call: Call) -> list[HeaderPair]:
    """The headers that the page sets, and the Content-Type that its body brings."""
    pairs = list(call.headers)
    if call.body is not None and "content-type" not in call.headers:
        pairs.append(("Content-Type", TEXT))
    return pairs


def sent_headers(call: Call) -> HeaderList:
    """What the standard puts on the wire for `call`, and what says how the page asked where script's own call does not.

    An origin that is none is sent as typed, an unknown one not at all.
    """
    url = parse_url(call.url.strip())
    pairs, origin, cookie = author_headers(call), call.origin.strip(), ""
    if url is not None:
        asked = replace(call.request(), url=url, headers=HeaderList(tuple(pairs)), body=None)
        headers = request_headers(asked, NO_DEPARTURES)
        sent = actual_request(first_leg(asked, url, method(call), headers), NO_DEPARTURES).headers
        pairs, cookie = list(headers), sent.get("cookie") or ""
        origin = (sent.get("origin") or "") if parse_url(origin) or "origin" not in sent else origin
    before = [("Origin", origin)] if origin else []
    after = [("Cookie", cookie)] if cookie else []
    return HeaderList((*before, *pairs, *way_headers(call), *after))


def way_headers(call: Call) -> Iterator[HeaderPair]:
    """What a server sees of the way a page asked, for every other than script's own call with CORS.

    A copy says so over plain http, too, where browsers keep it for themselves (but for loopback): it is read back.
    """
    if is_written_by_author(call.initiator) and call.mode is Mode.CORS:
        return
    if call.initiator is Initiator.EVENT_SOURCE:
        yield "Accept", "text/event-stream"
    yield "Sec-Fetch-Dest", destination(call.initiator)
    yield "Sec-Fetch-Mode", call.mode.value


def variable(name: str) -> str:
    """A header's or parameter's name as a variable's: letters, digits and low lines."""
    plain = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_").upper() or "SECRET"
    return f"_{plain}" if plain[0].isdigit() else plain


def url_pieces(url: str, show_secrets: bool) -> Iterator[tuple[str, bool]]:
    """The URL in pieces: (text, False), or (variable, True) where a secret stood."""
    name = "USER_AND_PASSWORD"
    pieces = (url if show_secrets else masked_url(url)).split(MASK)
    for number, piece in enumerate(pieces):
        if number:
            yield name, True
        if piece:
            yield piece, False
        found = _PARAMETER.search(piece)
        name = variable(found[1]) if found else "USER_AND_PASSWORD"


def is_hidden(name: str, value: str, show_secrets: bool) -> bool:
    """Whether a variable stands for this header's value."""
    return is_secret(name) and bool(value) and not show_secrets


def text_of(octets: str) -> str | None:
    """Bytes (as latin-1 text) as the text they are in UTF-8; None where they are none."""
    try:
        return octets.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None


def readable(octets: str) -> str:
    """The same where it can be told, else character by character."""
    return as_unicode(octets)


def script_text(text: str) -> str:
    """A JavaScript string literal of any text, safe inside a script element too."""
    return json.dumps(text).replace("<", "\\u003c")
