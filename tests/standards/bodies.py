"""Bodies of elements for tests, as latin-1 text: the smallest that engines show, and what they do not."""

from __future__ import annotations

import base64


def _bytes(written: str) -> str:
    return base64.b64decode(written).decode("latin-1")


PNG = _bytes("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
GIF = (
    "GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00"
    "\x01\x00\x00\x02\x02D\x01\x00;"
)
WEBP = _bytes("UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoCAAIAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=")
ICON = _bytes(
    "AAABAAEAAgIAAAEAIABAAAAAFgAAACgAAAACAAAABAAAAAEAIAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAP//AAD//wAA//8AAP//AAAAAAAAAAA="
)
JPEG = "\xff\xd8\xff\xe0\x00\x04JF\xff\xdb\x00\x03\x00\xff\xda\x00\x03\x00"
BMP = "BM" + "\0" * 8 + "\x1a\0\0\0" + "\0" * 13
AVIF = "\0\0\0\x14ftypavif\0\0\0\0mif1\0\0\0\x0cmdatpict"

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
FONT = "\0\1\0\0\0\1" + "\0" * 6 + "head" + "\0" * 4 + "\0\0\0\x1c" + "\0\0\0\x04" + "data"
