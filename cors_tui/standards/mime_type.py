"""MIME types, as far as CORS looks at them: the essence.

https://mimesniff.spec.whatwg.org/#parsing-a-mime-type
"""

from __future__ import annotations

from functools import lru_cache

from cors_tui.standards.infra import HTTP_WHITESPACE, byte_lower, is_token


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
