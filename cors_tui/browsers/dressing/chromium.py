"""What Chromium adds to a request, and its order of headers."""

from __future__ import annotations

from cors_tui.browsers.dressing import initiators, parts
from cors_tui.browsers.dressing.parts import AUTHOR
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Request, Role, WireRequest

USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
BRANDS = '"Not:A-Brand";v="8", "Chromium";v="156"'

_PREFLIGHT = (
    "Host", "Connection", "Accept", "Access-Control-Request-Method", "Access-Control-Request-Headers", "Origin",
    "User-Agent", "Sec-Fetch-Mode", "Sec-Fetch-Site", "Sec-Fetch-Dest", "Referer", "Accept-Encoding", "Accept-Language",
)  # fmt: skip
_ACTUAL = (
    "Host", "Connection", "Content-Length", "sec-ch-ua-platform", "User-Agent", "sec-ch-ua", "Content-Type", AUTHOR,
    "sec-ch-ua-mobile", "Accept", "Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest",
    "Sec-Fetch-Storage-Access", "Referer", "Accept-Encoding", "Accept-Language", "Cookie",
)  # fmt: skip
_ELEMENT = ("Host", "Connection", "Origin", *(name for name in _ACTUAL[2:] if name != "Origin"))
_STREAM = (
    "Host", "Connection", "Pragma", "Cache-Control", "sec-ch-ua-platform", "User-Agent", "Accept", "sec-ch-ua",
    "sec-ch-ua-mobile", *_ACTUAL[_ACTUAL.index("Origin"):],
)  # fmt: skip

_ACCEPT = {Initiator.IMAGE: "image/jxl,image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"}


def dress(wire: WireRequest, request: Request) -> HeaderList:
    """All headers of `wire` as Chromium sends them, with the User-Agent and brands of a window on Linux."""
    own = {
        "Host": parts.host(wire.url),
        "Connection": "keep-alive",
        "Content-Length": parts.content_length(wire),
        "User-Agent": USER_AGENT,
        **initiators.accepts(request, _ACCEPT),
        "Referer": "" if request.page.origin.is_opaque else parts.referer(request, wire.url),
        "Accept-Encoding": parts.encodings(wire, "gzip, deflate, br, zstd"),
        "Accept-Language": "en-US,en;q=0.9",
    }
    if wire.role is Role.PREFLIGHT:
        own["Sec-Fetch-Mode"] = "cors"
    if parts.is_trustworthy(wire.url):
        own |= _told_only_in_confidence(wire, request)
    return parts.arrange(_PREFLIGHT if wire.role is Role.PREFLIGHT else _order(request), own, wire)


def _order(request: Request) -> tuple[str, ...]:
    if request.initiator is Initiator.EVENT_SOURCE:
        return _STREAM
    return _ELEMENT if initiators.is_element(request) else _ACTUAL


def _told_only_in_confidence(wire: WireRequest, request: Request) -> dict[str, str]:
    """Client hints and Sec-Fetch-*, which go to https and loopback targets only."""
    return {
        "sec-ch-ua-platform": '"Linux"',
        "sec-ch-ua": BRANDS,
        "sec-ch-ua-mobile": "?0",
        "Sec-Fetch-Site": parts.fetch_site(request.page.origin, wire.url),
        "Sec-Fetch-Mode": parts.fetch_mode(request, wire),
        "Sec-Fetch-Dest": initiators.destination(request),
        "Sec-Fetch-Storage-Access": "active" if parts.is_credentialed_elsewhere(request, wire.url) else "",
    }
