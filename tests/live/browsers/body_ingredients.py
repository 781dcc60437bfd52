"""What the generated servers answer elements with: bodies, as latin-1 text, and the types they are given."""

from __future__ import annotations

import base64


def _bytes(written: str) -> str:
    return base64.b64decode(written).decode("latin-1")


PNG = _bytes("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
GIF = _bytes("R0lGODlhAgACAPAAAP8AAAAAACH5BAAAAAAALAAAAAACAAIAAAIChFEAOw==")
JPEG = _bytes(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQC"
    "gwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
    "D/wAARCAACAAIDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAA"
    "AAAAAAAAHCf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ADoDFU3/2Q=="
)
WEBP = _bytes("UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoCAAIAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=")
BMP = _bytes("Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAD/AA==")
ICON = _bytes(
    "AAABAAEAAgIAAAEAIABAAAAAFgAAACgAAAACAAAABAAAAAEAIAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAP//AAD//wAA//8AAP//A"
    "AAAAAAAAAA="
)
AVIF = _bytes(
    "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5wa"
    "XRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAHAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAA"
    "AAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAACAAAAAgAAABBwaXhpAAAAAAM"
    "ICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAACRtZGF0EgAKBRgANgQgMhEYAAooooQAALATVl9ApOsM/A=="
)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
_OPEN = SVG.replace("/>", ">")
PAGE = "<!doctype html><p>Not Found"

PIXELS = {"png": PNG, "gif": GIF, "jpeg": JPEG, "webp": WEBP, "bmp": BMP, "icon": ICON, "avif": AVIF}
NO_PIXELS = {
    "text": "Not Found", "page": PAGE, "json": '{"a":1}', "empty": "", "cut": PNG[:20], "cutjpeg": JPEG[:100],
    "spoilt": PNG[:33] + "hello world, how are you all today?",
}  # fmt: skip
SVGS = {
    "svg": SVG, "declared": f'<?xml version="1.0"?>\n{SVG}', "dtd": f"<!DOCTYPE svg>{SVG}",
    "entity": f'<!DOCTYPE svg [<!ENTITY a "b">]>{_OPEN}<text>&a;</text></svg>',
}  # fmt: skip
NO_SVGS = {
    "bare": "<svg/>", "open": f"{_OPEN}\n<g>", "crossed": f"{_OPEN}\n <g></svg>", "more": f"{SVG}x",
    "latin": f"{_OPEN}\xe9</svg>",
    "entityless": f"{_OPEN}&nbsp;</svg>", "unbound": f"{_OPEN}<a:b/></svg>", "error": "<?xml version='1.0'?><Error/>",
    "later": f" <?xml version='1.0'?>{SVG}", "twice": f"{_OPEN}<g a='' a=''/></svg>",
}  # fmt: skip
SCRIPTS = {
    "runs": "if (0) for (;;) {}", "comment": "<!-- x -->1", "nothing": "", "breaks": "for(;;)break;", "png": PNG,
    "label": "a: for (;;) break a", "number": "1", "list": "[1]", "string": '"a"', "p": "<p>", "page": PAGE,
    "xml": "<?xml version='1.0'?><a/>",
    "json": '{"a":1}', "odd": "{'a':1}", "angular": ")]}'\n[]", "struts": "{}&&{}", "prose": "Not Found",
    "number and prose": "404 page not found", "bom": "\xef\xbb\xbf<html>", "svg": SVG, "later": " )]}'",
    "css": "a { color: red }",
}  # fmt: skip
"""None that goes on for ever in an engine that runs it."""
STYLES = {
    "css": "a{}",
    "none": "",
    "p": "<p>",
    "json": '{"a":1}',
    "loop": "for(;;);",
    "angular": ")]}'",
    "prose": "Not Found",
}
FONTS = {"text": "Not Found", "page": PAGE, "empty": "", "png": PNG, "short": "abc", "start": "\0\1\0\0"}

TYPES = (
    "", "image/png", "image/svg+xml", "text/html", "text/plain", "application/json", "text/xml", "application/pdf",
    "text/csv", "application/octet-stream", "foo/bar", "video/mp4", "text/css", "text/javascript", "nonsense",
    "application/hal+json", "application/rss+xml", "text/event-stream", "multipart/mixed", "text/vtt", "audio/mpeg",
    "application/dash+xml", "application/x-www-form-urlencoded", "application/javascript", "text/json", "font/woff2",
)  # fmt: skip
