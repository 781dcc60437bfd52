"""The headers script may set on a request: what is dropped silently, what throws.

https://fetch.spec.whatwg.org/#headers-class
"""

from __future__ import annotations

from functools import lru_cache

from cors_tui.standards.departures import Departures
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.infra import byte_lower, is_header_value, is_token, normalize_value
from cors_tui.standards.method import is_forbidden_method
from cors_tui.standards.safelist import needs_no_preflight

_FORBIDDEN = frozenset(
    {
        "accept-charset",
        "accept-encoding",
        "access-control-request-headers",
        "access-control-request-method",
        "connection",
        "content-length",
        "cookie",
        "cookie2",
        "date",
        "dnt",
        "expect",
        "host",
        "keep-alive",
        "origin",
        "referer",
        "set-cookie",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "via",
    }
)
_METHOD_OVERRIDES = frozenset({"x-http-method", "x-http-method-override", "x-method-override"})
_NO_CORS_SAFELISTED = frozenset({"accept", "accept-language", "content-language", "content-type"})

REQUEST_BODY_HEADERS = ("Content-Encoding", "Content-Language", "Content-Location", "Content-Type")
"""https://fetch.spec.whatwg.org/#request-body-header-name"""

NON_WILDCARD_HEADERS = ("Authorization",)
"""https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name"""


@lru_cache(maxsize=4096)
def is_forbidden_header(name: str, value: str) -> bool:
    """Whether script's header is dropped silently because the browser keeps it for itself.

    https://fetch.spec.whatwg.org/#forbidden-request-header
    """
    lower = byte_lower(name)
    if lower in _FORBIDDEN or lower.startswith(("proxy-", "sec-")):
        return True
    return lower in _METHOD_OVERRIDES and any(is_forbidden_method(part.strip(" \t")) for part in value.split(","))


@lru_cache(maxsize=4096)
def is_valid_header(name: str, value: str) -> bool:
    """Whether `Headers.append` takes the pair; it throws a TypeError otherwise. `value` is normalized.

    https://fetch.spec.whatwg.org/#headers-validate, step 1
    """
    return is_token(name) and is_header_value(value)


@lru_cache(maxsize=4096)
def normalized(headers: HeaderList) -> HeaderList:
    """The author's pairs with their values normalized, forbidden ones kept.

    https://fetch.spec.whatwg.org/#concept-headers-append, step 1
    """
    return HeaderList(tuple((name, normalize_value(value)) for name, value in headers))


@lru_cache(maxsize=4096)
def joined(headers: HeaderList) -> HeaderList:
    """Headers of one name (in any case) as one, its values joined by ``", "``, where the first stood."""
    values: dict[str, tuple[str, list[str]]] = {}
    for name, value in headers:
        values.setdefault(byte_lower(name), (name, []))[1].append(value)
    if len(values) == len(headers):
        return headers
    return HeaderList(tuple((name, ", ".join(all_values)) for name, all_values in values.values()))


@lru_cache(maxsize=4096)
def first_invalid(headers: HeaderList) -> HeaderPair | None:
    """The first pair that makes the constructor throw."""
    return next(((name, value) for name, value in headers if not is_valid_header(name, value)), None)


@lru_cache(maxsize=4096)
def guarded(headers: HeaderList) -> HeaderList:
    """What is left of valid headers under the guard "request".

    https://fetch.spec.whatwg.org/#headers-validate, step 3
    """
    if not any(is_forbidden_header(name, value) for name, value in headers):
        return headers
    return HeaderList(tuple(pair for pair in headers if not is_forbidden_header(*pair)))


def guarded_no_cors(headers: HeaderList, departures: Departures) -> HeaderList:
    """What is left of valid headers under the guard "request-no-cors": safelisted ones, less Range.

    https://fetch.spec.whatwg.org/#concept-headers-append, steps 3 and 5
    """
    kept: list[HeaderPair] = []
    combined: dict[str, str] = {}
    for name, value in headers:
        lower = byte_lower(name)
        temporary = f"{combined[lower]}, {value}" if lower in combined else value
        if lower in _NO_CORS_SAFELISTED and needs_no_preflight(lower, temporary, departures):
            combined[lower] = temporary
            kept.append((name, value))
    return HeaderList(tuple(kept))
