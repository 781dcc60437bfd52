"""MIME types, as far as CORS looks at them: the essence.

https://mimesniff.spec.whatwg.org/#parsing-a-mime-type
"""

from __future__ import annotations

import re
from functools import lru_cache

from cors_tui.standards.infra import HTTP_WHITESPACE, byte_lower, is_token

_BEHIND = re.compile(r"[; \t]")


@lru_cache(maxsize=1024)
def extracted(value: str, *, first: bool = False) -> str:
    """The essence of a Content-Type as engines read it, "" where it has none: the last of its values counts, and what
    is not quite a type is kept. With `first` the first one counts, or none.

    https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
    """
    kinds = [byte_lower(_BEHIND.split(each.strip(HTTP_WHITESPACE), maxsplit=1)[0]) for each in value.split(",")]
    if first:
        return essence(kinds[0]) or ""
    return next((kind for kind in reversed(kinds) if "/" in kind and kind != "*/*"), "")


@lru_cache(maxsize=1024)
def essence(text: str) -> str | None:
    """``type/subtype`` in lower case of one MIME type, or None where the standard's parser fails.

    Parameters never make the parser fail, so they are not looked at.
    """
    kind, slash, rest = text.strip(HTTP_WHITESPACE).partition("/")
    subtype = rest.partition(";")[0].rstrip(HTTP_WHITESPACE)
    if not slash or not is_token(kind) or not is_token(subtype):
        return None
    return byte_lower(f"{kind}/{subtype}")
