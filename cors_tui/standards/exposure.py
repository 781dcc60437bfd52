"""What script can read of a response's headers.

https://fetch.spec.whatwg.org/#concept-filtered-response
"""

from __future__ import annotations

from functools import lru_cache

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.infra import is_token
from cors_tui.standards.list_header import extract_list
from cors_tui.standards.request import CredentialsMode
from cors_tui.standards.verdict import ResponseType

EXPOSE_HEADERS = "access-control-expose-headers"

SAFELISTED_RESPONSE_HEADERS = frozenset(
    {"cache-control", "content-language", "content-length", "content-type", "expires", "last-modified", "pragma"}
)
"""https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name"""

_FORBIDDEN_RESPONSE_HEADERS = frozenset({"set-cookie", "set-cookie2"})
"""https://fetch.spec.whatwg.org/#forbidden-response-header-name"""


def exposed_names(headers: HeaderList, mode: CredentialsMode) -> frozenset[str]:
    """The CORS-exposed header-name list, lower case; a malformed list exposes nothing.

    https://fetch.spec.whatwg.org/#concept-main-fetch, step 14
    """
    listed = extract_list(EXPOSE_HEADERS, headers)
    if listed is None or listed.malformed is not None:
        return frozenset()
    if mode is not CredentialsMode.INCLUDE and "*" in listed.items:
        return frozenset(name.lower() for name, _ in headers)
    return frozenset(name.lower() for name in listed.items)


@lru_cache(maxsize=4096)
def visible_headers(headers: HeaderList, kind: ResponseType, mode: CredentialsMode) -> tuple[str, ...]:
    """The names script sees on a filtered response of type `kind`, lower case and sorted.

    https://fetch.spec.whatwg.org/#concept-filtered-response
    """
    if kind in (ResponseType.OPAQUE, ResponseType.OPAQUE_REDIRECT):
        return ()
    present = {name.lower() for name, _ in headers if is_token(name)} - _FORBIDDEN_RESPONSE_HEADERS
    if kind is ResponseType.CORS:
        present &= SAFELISTED_RESPONSE_HEADERS | exposed_names(headers, mode)
    return tuple(sorted(present))
