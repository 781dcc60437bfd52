"""Opaque response blocking: what two engines keep from an element that asked without CORS.

A proposal that both implement in part: https://whatpr.org/fetch/1442.html#orb-algorithm, https://github.com/annevk/orb
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.element_types import (
    is_audio_or_video,
    is_image_audio_or_video,
    is_javascript,
    is_opaque_blocklisted,
    is_opaque_never_sniffed,
)
from cors_tui.standards.image_bytes import begins_as_image
from cors_tui.standards.request import Initiator
from cors_tui.standards.response import Response
from cors_tui.standards.script_bytes import is_data, may_be_script
from cors_tui.standards.svg import SVG_TYPE
from cors_tui.standards.verdict import Failure, Refusal, Step

ORB = Step("opaque-response-safelist check", "", "https://whatpr.org/fetch/1442.html#orb-algorithm")

SNIFFED = 1024
"""Bytes that are looked at (step 5)."""

_MEDIA_LISTS = frozenset({"application/dash+xml", "application/vnd.apple.mpegurl", "text/vtt"})
_STREAMS = frozenset({"audio/aac", "audio/aacp", "audio/mpeg", "audio/mpegurl", "multipart/x-mixed-replace"})
_RANGE = re.compile(r"bytes[ \t]+([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\*)", re.IGNORECASE)


class Reason(Enum):
    """What *about* says of a response that is kept back: the step that decided."""

    NEVER_SNIFFED = "never-sniffed"
    PART = "part-of-blocklisted"
    NOSNIFF_BLOCKLISTED = "nosniff-blocklisted"
    LATER_PART = "later-part"
    NOSNIFF = "nosniff"
    STATUS = "status"
    MEDIA = "no-media"
    NO_SCRIPT = "no-script"


@dataclass(frozen=True, slots=True)
class _Opaque:
    """What the rules look at. `body` is None where it cannot be looked at."""

    initiator: Initiator
    response: Response
    kind: str
    nosniff: bool
    body: str | None


def opaque_failure(
    initiator: Initiator, response: Response, kind: str, nosniff: bool, body: str | None, departures: Departures
) -> Failure | None:
    """Why an engine keeps an opaque `response` of type `kind` ("": none that parses) from an element.

    Of a `body` that cannot be looked at (None) it is taken that it is what the element wants.
    """
    opaque = _Opaque(initiator, response, kind, nosniff, body)
    reason = None
    if Departure.OPAQUE_VALIDATED in departures:
        reason = _validated(opaque)
    elif Departure.OPAQUE_SNIFFED in departures:
        reason = _sniffed(opaque)
    if reason is None:
        return None
    got = response.headers.get("content-type")
    return Failure(Refusal.OPAQUE_RESPONSE_BLOCKED, ORB, "content-type", got, about=reason.value)


def _validated(opaque: _Opaque) -> Reason | None:
    """The proposal's steps, with what one engine takes besides: lists of media, and plain text with nosniff."""
    kind, status = opaque.kind, opaque.response.status
    if kind in ("text/css", SVG_TYPE) or is_javascript(kind) or kind in _MEDIA_LISTS or kind in _STREAMS:
        return None
    if kind == "text/plain" and opaque.nosniff:
        return None
    if is_opaque_never_sniffed(kind):
        return Reason.NEVER_SNIFFED
    if is_opaque_blocklisted(kind) and (status == 206 or opaque.nosniff):
        return Reason.PART if status == 206 else Reason.NOSNIFF_BLOCKLISTED
    if status == 206 and first_byte(opaque.response) != 0:
        return Reason.LATER_PART
    return None if _is_shown(opaque) else _unshown(opaque)


def _is_shown(opaque: _Opaque) -> bool:
    return opaque.initiator is Initiator.IMAGE if opaque.body is None else begins_as_image(opaque.body)


def _unshown(opaque: _Opaque) -> Reason | None:
    """Steps 10 to 16: for what is neither an image nor audio or video."""
    if opaque.nosniff:
        return Reason.NOSNIFF
    if not 200 <= opaque.response.status <= 299:
        return Reason.STATUS
    if not opaque.kind:
        return None
    if is_image_audio_or_video(opaque.kind):
        return Reason.MEDIA
    return None if opaque.body is None or may_be_script(opaque.body) else Reason.NO_SCRIPT


def _sniffed(opaque: _Opaque) -> Reason | None:
    """What another engine does in their stead: whatever does not look like HTML, XML or JSON passes.

    https://chromium.googlesource.com/chromium/src/+/HEAD/services/network/orb/orb_impl.cc
    """
    kind = opaque.kind
    if kind in ("text/css", SVG_TYPE) or kind in _MEDIA_LISTS or is_audio_or_video(kind):
        return None
    if is_opaque_never_sniffed(kind):
        return Reason.NEVER_SNIFFED
    if opaque.nosniff and (is_opaque_blocklisted(kind) or kind == "text/plain"):
        return Reason.NOSNIFF_BLOCKLISTED
    if opaque.response.status == 206 and first_byte(opaque.response):
        return Reason.LATER_PART
    return Reason.NO_SCRIPT if kind and opaque.body is not None and is_data(opaque.body[:SNIFFED]) else None


def first_byte(response: Response) -> int | None:
    """Where a part of a resource begins, as its Content-Range says; None where that says nothing.

    https://httpwg.org/specs/rfc9110.html#field.content-range
    """
    match = _RANGE.fullmatch(response.headers.get("content-range") or "")
    return int(match[1]) if match else None
