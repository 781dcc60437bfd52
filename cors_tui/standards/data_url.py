"""``data:`` URLs: answered without a server, same-origin with every page for fetch.

https://fetch.spec.whatwg.org/#data-url-processor
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace
from urllib.parse import unquote_to_bytes

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.mime_type import essence
from cors_tui.standards.request import Initiator
from cors_tui.standards.response import Response
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import Outcome

_DEFAULT_TYPE = "text/plain;charset=US-ASCII"


def data_url_response(url: Url, initiator: Initiator, departures: Departures) -> Response | None:
    """The response a ``data:`` URL holds; None where it holds none.

    https://fetch.spec.whatwg.org/#data-url-processor
    """
    head, comma, data = url.without_fragment.removeprefix("data:").partition(",")
    if not comma:
        return None
    body = unquote_to_bytes(data)
    kind = head.strip(" ")
    if kind.lower().replace(" ", "").endswith(";base64"):
        kind = kind[: kind.rindex(";")]
        try:
            body = base64.b64decode(body + b"=" * (-len(body) % 4), validate=True)
        except (binascii.Error, ValueError):
            return None
    headers: list[HeaderPair] = [("Content-Type", _type(kind))]
    if initiator is Initiator.FETCH and Departure.DATA_URLS_HAVE_LENGTH in departures:
        headers.append(("Content-Length", str(len(body))))
    return Response(200, HeaderList(tuple(headers)), "OK", body.decode("latin-1"))


def as_script_sees_it(outcome: Outcome, initiator: Initiator, departures: Departures) -> Outcome:
    """`outcome` with the header names that script is told of a ``data:`` URL.

    https://xhr.spec.whatwg.org/#the-getallresponseheaders()-method
    """
    if initiator is not Initiator.XHR or Departure.DATA_URLS_KEEP_CAPITALS not in departures or not outcome.response:
        return outcome
    return replace(outcome, visible_headers=tuple(name for name, _ in outcome.response.headers))


def _type(kind: str) -> str:
    written = f"text/plain{kind}" if kind.startswith(";") else kind
    return written if essence(written) else _DEFAULT_TYPE
