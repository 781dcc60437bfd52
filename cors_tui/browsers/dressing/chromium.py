"""What Chromium adds to a request, and its order of headers."""

from __future__ import annotations

from cors_tui.browsers.dressing import parts
from cors_tui.browsers.dressing.parts import AUTHOR
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Request, Role, WireRequest

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


def dress(wire: WireRequest, request: Request) -> HeaderList:
    """All headers of `wire` as Chromium sends them, with the User-Agent and brands of a window on Linux."""
    own = {
        "Host": parts.host(wire.url),
        "Connection": "keep-alive",
        "Content-Length": parts.content_length(wire),
        "User-Agent": USER_AGENT,
        "Accept": "*/*",
        "Referer": "" if request.page.origin.is_opaque else parts.referer(request, wire.url),
        "Accept-Encoding": parts.encodings(wire, "gzip, deflate, br, zstd"),
        "Accept-Language": "en-US,en;q=0.9",
    }
    if wire.role is Role.PREFLIGHT:
        own["Sec-Fetch-Mode"] = "cors"
    if parts.is_trustworthy(wire.url):
        own |= _told_only_in_confidence(wire, request)
    return parts.arrange(_PREFLIGHT if wire.role is Role.PREFLIGHT else _ACTUAL, own, wire)


def _told_only_in_confidence(wire: WireRequest, request: Request) -> dict[str, str]:
    """Client hints and Sec-Fetch-*, which go to https and loopback targets only."""
    return {
        "sec-ch-ua-platform": '"Linux"',
        "sec-ch-ua": BRANDS,
        "sec-ch-ua-mobile": "?0",
        "Sec-Fetch-Site": parts.fetch_site(request.page.origin, wire.url),
        "Sec-Fetch-Mode": parts.fetch_mode(request, wire),
        "Sec-Fetch-Dest": "empty",
        "Sec-Fetch-Storage-Access": "active" if parts.is_credentialed_elsewhere(request, wire.url) else "",
    }
