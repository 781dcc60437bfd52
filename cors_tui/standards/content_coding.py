"""Content codings: whether a body can be what its Content-Encoding says.

https://httpwg.org/specs/rfc9110.html#field.content-encoding
"""

from __future__ import annotations

from cors_tui.standards.response import Response

_BEGINNINGS = {"gzip": "\x1f\x8b", "x-gzip": "\x1f\x8b", "zstd": "\x28\xb5\x2f\xfd"}
_WITHOUT_BEGINNING = ("br", "deflate")


def is_undecodable(response: Response) -> bool:
    """Whether the body is not in the coding that its header names, so that no browser can give it to script.

    Told by how a coding begins, and by that no compressed body is plain text. A coding no browser knows is left alone.
    """
    if response.body_decoded or not response.body:
        return False
    coding = (response.headers.get("content-encoding") or "").rpartition(",")[2].strip(" \t").lower()
    if coding in _BEGINNINGS:
        return not response.body.startswith(_BEGINNINGS[coding])
    return coding in _WITHOUT_BEGINNING and response.body.isascii()
