"""Kinds of MIME types that elements and opaque response blocking tell apart.

https://mimesniff.spec.whatwg.org/#mime-type-groups, https://github.com/annevk/orb#mime-types
"""

from __future__ import annotations

_JAVASCRIPT = frozenset(
    {
        "application/ecmascript",
        "application/javascript",
        "application/x-ecmascript",
        "application/x-javascript",
        "text/ecmascript",
        "text/javascript",
        "text/javascript1.0",
        "text/javascript1.1",
        "text/javascript1.2",
        "text/javascript1.3",
        "text/javascript1.4",
        "text/javascript1.5",
        "text/jscript",
        "text/livescript",
        "text/x-ecmascript",
        "text/x-javascript",
    }
)

_NEVER_SNIFFED = frozenset(
    {
        "application/gzip",
        "application/msexcel",
        "application/mspowerpoint",
        "application/msword",
        "application/msword-template",
        "application/pdf",
        "application/x-gzip",
        "application/x-protobuf",
        "application/zip",
        "multipart/byteranges",
        "multipart/signed",
        "text/csv",
        "text/event-stream",
    }
)
_OFFICE = (
    "application/vnd.ces-quick",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.ms-word",
    "application/vnd.msword",
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.presentation-openxml",
    "application/vnd.spreadsheet-openxml",
    "application/vnd.wordprocessing-openxml",
)
_DATA = frozenset({"text/html", "application/json", "text/json", "application/xml", "text/xml"})


def is_javascript(kind: str) -> bool:
    """https://mimesniff.spec.whatwg.org/#javascript-mime-type"""
    return kind in _JAVASCRIPT


def is_no_script(kind: str) -> bool:
    """https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-mime-type?, step 4"""
    return is_image_audio_or_video(kind) or kind == "text/csv"


def is_audio_or_video(kind: str) -> bool:
    """https://mimesniff.spec.whatwg.org/#audio-or-video-mime-type"""
    return kind.startswith(("audio/", "video/")) or kind == "application/ogg"


def is_image_audio_or_video(kind: str) -> bool:
    return kind.startswith(("audio/", "image/", "video/"))


def is_opaque_blocklisted(kind: str) -> bool:
    """HTML, JSON or XML: https://whatpr.org/fetch/1442.html#opaque-blocklisted-mime-type"""
    return kind in _DATA or kind.endswith(("+json", "+xml"))


def is_opaque_never_sniffed(kind: str) -> bool:
    """https://whatpr.org/fetch/1442.html#opaque-blocklisted-never-sniffed-mime-type"""
    return kind in _NEVER_SNIFFED or kind.startswith(_OFFICE)
