"""The Request constructor: what script asks becomes a request, or throws before anything is sent.

https://fetch.spec.whatwg.org/#dom-request
"""

from __future__ import annotations

import re

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.infra import is_token
from cors_tui.standards.method import is_forbidden_method, is_safelisted_method, normalize_method
from cors_tui.standards.request import TEXT, Body, Initiator, Mode, Request
from cors_tui.standards.request_headers import first_invalid, guarded, guarded_no_cors, joined, normalized
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Refusal, Step

_URL = f"{FETCH_STANDARD}#dom-request"
_NAME = "new Request(input, init)"
NOT_A_URL = Step(_NAME, "5.2", _URL)
URL_CREDENTIALS = Step(_NAME, "5.3", _URL)
ONLY_IF_CACHED = Step(_NAME, "21", _URL)
METHOD = Step(_NAME, "25.2", _URL)
NO_CORS = Step(_NAME, "32.1", _URL)
HEADERS = Step(_NAME, "33.5", _URL)
_CHARSET = re.compile(r"(;[ \t]*charset=)[^;]*", re.IGNORECASE)
BODY = Step(_NAME, "35", _URL)


def constructor_failure(request: Request) -> Failure | None:
    """The TypeError the constructor throws, in the order it looks; None when it throws none."""
    if request.url is None:
        return Failure(Refusal.URL_INVALID, NOT_A_URL, got=request.url_text)
    if request.url.includes_credentials and request.initiator is not Initiator.XHR:
        return Failure(Refusal.URL_HAS_CREDENTIALS, URL_CREDENTIALS, got=request.url_text)
    if request.cache_mode == "only-if-cached" and request.mode is not Mode.SAME_ORIGIN:
        return Failure(Refusal.ONLY_IF_CACHED, ONLY_IF_CACHED, got=request.mode.value, wanted="same-origin")
    return _method_failure(request) or _header_failure(request) or _body_failure(request)


def _method_failure(request: Request) -> Failure | None:
    if not is_token(request.method):
        return Failure(Refusal.METHOD_INVALID, METHOD, got=request.method, about=request.method)
    if is_forbidden_method(request.method):
        return Failure(Refusal.METHOD_FORBIDDEN, METHOD, got=request.method, about=request.method)
    if request.mode is Mode.NO_CORS and not is_safelisted_method(normalize_method(request.method)):
        return Failure(Refusal.NO_CORS_METHOD, NO_CORS, got=request.method, about=request.method)
    return None


def _header_failure(request: Request) -> Failure | None:
    invalid = first_invalid(normalized(request.headers)) if request.headers.pairs else None
    if invalid is None:
        return None
    name, value = invalid
    return Failure(Refusal.HEADER_INVALID, HEADERS, name.lower(), value, about=name)


def _body_failure(request: Request) -> Failure | None:
    if request.body is None or request.initiator is Initiator.XHR:
        return None
    if normalize_method(request.method) in ("GET", "HEAD"):
        return Failure(Refusal.BODY_NOT_ALLOWED, BODY, got=request.method, about=request.method)
    return None


def request_body(request: Request) -> Body | None:
    """The body that is sent: XMLHttpRequest drops one given for GET or HEAD.

    https://xhr.spec.whatwg.org/#dom-xmlhttprequest-send, step 3
    """
    return None if normalize_method(request.method) in ("GET", "HEAD") else request.body


def request_headers(request: Request, departures: Departures) -> HeaderList:
    """The request's header list: the author's as far as the guard lets them, and the body's own Content-Type.

    https://fetch.spec.whatwg.org/#dom-request, steps 33 and 37
    """
    headers = request.headers
    if headers.pairs:
        headers = normalized(headers)
        if len(headers.pairs) > 1 and Departure.REPEATED_HEADERS_JOINED in departures:
            headers = joined(headers)
        headers = _guarded(headers, request.mode, departures)
    if request.initiator is Initiator.XHR and Departure.XHR_CHARSET_REWRITTEN in departures:
        headers = _with_utf_8(headers, request.body)
    if Departure.USER_AGENT_IGNORED in departures and "user-agent" in headers:
        headers = headers.without("User-Agent")
    body = request_body(request)
    kind = body.content_type if body else None
    if kind is None or "content-type" in headers:
        return headers
    with_type = headers.plus("Content-Type", kind)
    return (
        with_type if Departure.BODY_TYPE_PASSES_NO_CORS in departures else _guarded(with_type, request.mode, departures)
    )


def _with_utf_8(headers: HeaderList, body: Body | None) -> HeaderList:
    """https://xhr.spec.whatwg.org/#dom-xmlhttprequest-send, step 4.4: only a string is sent as UTF-8."""
    if body is None or body.content_type != TEXT or "content-type" not in headers:
        return headers
    return HeaderList(
        tuple(
            (name, _CHARSET.sub(r"\1UTF-8", value) if name.lower() == "content-type" else value)
            for name, value in headers
        )
    )


def _guarded(headers: HeaderList, mode: Mode, departures: Departures) -> HeaderList:
    return guarded_no_cors(headers, departures) if mode is Mode.NO_CORS else guarded(headers)
