"""Whether bytes are a font that browsers load: its kind by the first four, its length by what its head announces.

https://mimesniff.spec.whatwg.org/#matching-a-font-type-pattern
"""

from __future__ import annotations

from cors_tui.standards.http1_body import BODY_LIMIT

_TABLES = ("\0\1\0\0", "OTTO", "true")
_PACKED = ("wOFF", "wOF2")
_COLLECTION = "ttcf"


def is_font(body: str) -> bool:
    """Whether `body` (latin-1 text, at most `BODY_LIMIT` characters) is a font.

    What its tables hold is not looked at, and neither is whether bytes that were not kept are there.
    """
    kind, cut = body[:4], len(body) >= BODY_LIMIT
    if kind in _PACKED:
        return len(body) >= 44 and (cut or _number(body, 8) == len(body))
    if kind in _TABLES:
        return len(body) >= 12 and (cut or _end_of_tables(body) <= len(body))
    return kind == _COLLECTION and len(body) >= 16


def _end_of_tables(body: str) -> int:
    """Where the last table ends, as the directory says.

    https://learn.microsoft.com/typography/opentype/spec/otff#table-directory
    """
    behind = 12 + 16 * (_number(body, 4) >> 16)
    if not 12 < behind <= len(body):
        return len(body) + 1
    return max(_number(body, at + 8) + _number(body, at + 12) for at in range(12, behind, 16))


def _number(body: str, at: int) -> int:
    return int.from_bytes(body[at : at + 4].encode("latin-1", "replace"), "big")
