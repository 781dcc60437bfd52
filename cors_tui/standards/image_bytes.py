"""Whether bytes are an image that browsers show: by its first bytes, and by the parts that every such image has.

https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern, and AVIF, which all engines show by now
"""

from __future__ import annotations

from collections.abc import Callable

from cors_tui.standards.http1_body import BODY_LIMIT

_ICON_ENTRY = 22
"""Bytes of an icon's head and of its first entry."""

_WEBP_HEAD = 30
"""Bytes of a WebP's head up to its width and height."""


def is_image(body: str) -> bool:
    """Whether `body` (latin-1 text, at most `BODY_LIMIT` characters) is an image that an ``<img>`` shows.

    The first bytes name the kind; the parts behind them are walked up to where the picture itself begins. Where that
    lies behind the bytes that were kept, it is taken as one.
    """
    walk = next((walk for pattern, walk in _KINDS if body.startswith(pattern)), None)
    if walk is None:
        return _is_avif(body)
    found = walk(body)
    return len(body) >= BODY_LIMIT if found is None else found


def begins_as_image(body: str) -> bool:
    """Whether the first bytes of `body` are those of an image, whatever follows them."""
    return body.startswith(_PATTERNS) or _is_branded_avif(body)


def is_jpeg_xl(body: str) -> bool:
    """https://www.iso.org/standard/80617.html, bare or in its container"""
    return body.startswith(("\xff\x0a", "\0\0\0\x0cJXL \r\n\x87\n"))


def is_heic_or_tiff(body: str) -> bool:
    """https://www.iso.org/standard/66067.html by its brands, and https://www.itu.int/itudoc/itu-t/com16/tiff-fx/"""
    brands = body[8:64]
    heic = body[4:8] == "ftyp" and any(brand in brands for brand in ("heic", "heix", "hevc", "hevx"))
    return heic or body.startswith(("II*\0", "MM\0*"))


def _number(body: str, at: int, size: int, order: str = "big") -> int:
    return int.from_bytes(body[at : at + size].encode("latin-1", "replace"), "little" if order == "little" else "big")


def _png(body: str) -> bool | None:
    """https://www.w3.org/TR/png-3/#5Chunk-layout"""
    at, first = 8, "IHDR"
    while at + 8 <= len(body):
        length, kind = _number(body, at, 4), body[at + 4 : at + 8]
        if kind == "IDAT":
            return not first
        if not kind.isalpha() or not kind.isascii() or (first and kind != first):
            return False
        at, first = at + 12 + length, ""
    return None


def _gif(body: str) -> bool | None:
    """https://www.w3.org/Graphics/GIF/spec-gif89a.txt, section 17 on"""
    if len(body) < 13:
        return None
    flags = ord(body[10])
    at = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    while at < len(body):
        if body[at] == ",":
            return True if at + 10 <= len(body) else None
        if body[at] != "!":
            return False
        at += 2
        while at < len(body) and body[at] != "\0":
            at += 1 + ord(body[at])
        at += 1
    return None


def _jpeg(body: str) -> bool | None:
    """https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B: marker segments up to the start of a scan"""
    at = 2
    while at + 4 <= len(body):
        if body[at] != "\xff":
            return False
        if body[at + 1] == "\xda":
            return True
        at += 1 if body[at + 1] == "\xff" else 2 + _number(body, at + 2, 2)
    return None


def _webp(body: str) -> bool | None:
    """https://developers.google.com/speed/webp/docs/riff_container"""
    if len(body) < 16:
        return None
    if body[8:12] != "WEBP" or body[12:16] not in ("VP8 ", "VP8L", "VP8X"):
        return False
    return True if len(body) >= _WEBP_HEAD else None


def _bmp(body: str) -> bool | None:
    """Its head names where the picture begins."""
    return True if len(body) >= 26 and len(body) > _number(body, 10, 4, "little") else None


def _icon(body: str) -> bool | None:
    return True if len(body) >= _ICON_ENTRY else None


def _is_avif(body: str) -> bool:
    return _is_branded_avif(body) and ("mdat" in body or len(body) >= BODY_LIMIT)


def _is_branded_avif(body: str) -> bool:
    """https://aomediacodec.github.io/av1-avif/#brands-overview"""
    return body[4:8] == "ftyp" and any(brand in body[8:64] for brand in ("avif", "avis"))


_KINDS: tuple[tuple[str, Callable[[str], bool | None]], ...] = (
    ("\x89PNG\r\n\x1a\n", _png),
    ("GIF87a", _gif),
    ("GIF89a", _gif),
    ("\xff\xd8\xff", _jpeg),
    ("RIFF", _webp),
    ("BM", _bmp),
    ("\0\0\1\0", _icon),
    ("\0\0\2\0", _icon),
)
_PATTERNS = tuple(pattern for pattern, _ in _KINDS)
