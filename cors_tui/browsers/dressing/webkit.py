"""What WebKit adds to a request, and its order of headers; the User-Agent is Safari's own."""

from __future__ import annotations

from cors_tui.browsers.dressing import initiators, parts
from cors_tui.browsers.dressing.parts import AUTHOR
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Request, Role, WireRequest

USER_AGENT = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/26.0 Safari/605.1.15"
)

_PREFLIGHT = (
    "Origin", "Access-Control-Request-Method", "Referer", "Access-Control-Request-Headers", "User-Agent", "Accept",
    "Accept-Encoding", "Accept-Language", "Connection", "Host", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Sec-Fetch-Site",
)  # fmt: skip
_ACTUAL = (
    "Authorization", "Content-Type", "Origin", "Referer", "Accept", "User-Agent", "Content-Length", "Accept-Encoding",
    "Accept-Language", "Connection", "Host", "Cookie", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", AUTHOR,
)  # fmt: skip
_WITHOUT_BODY = (
    "Authorization", "Content-Type", "Origin", "Referer", "Accept", "User-Agent", "Accept-Encoding", "Accept-Language",
    "Connection", "Host", "Content-Length", "Cookie", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", AUTHOR,
)  # fmt: skip

_ELEMENT = ("Origin", "Accept", "Referer", *_WITHOUT_BODY[_WITHOUT_BODY.index("User-Agent"):])  # fmt: skip
_STREAM = (
    "Accept", "Cache-Control", "Origin", "Referer", "User-Agent", "Pragma",
    *_WITHOUT_BODY[_WITHOUT_BODY.index("Accept-Encoding"):],
)  # fmt: skip

_ACCEPT = {
    Initiator.IMAGE: "image/webp,image/avif,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
}


def dress(wire: WireRequest, request: Request) -> HeaderList:
    """All headers of `wire` in the order WebKit sends them."""
    own = {
        "Host": parts.host(wire.url),
        "User-Agent": USER_AGENT,
        **initiators.accepts(request, _ACCEPT),
        "Accept-Language": "en-US,en;q=0.9",
        "Accept-Encoding": parts.encodings(
            wire, "gzip, deflate, br" if wire.url.scheme == "https" else "gzip, deflate"
        ),
        "Referer": parts.referer(request, wire.url),
        "Content-Length": parts.content_length(wire),
        "Connection": "Keep-Alive",
    }
    if parts.is_trustworthy(wire.url):
        own |= {
            "Sec-Fetch-Dest": initiators.destination(request),
            "Sec-Fetch-Mode": _mode(wire, request),
            "Sec-Fetch-Site": parts.fetch_site(request.page.origin, wire.url),
        }
    if wire.role is Role.PREFLIGHT:
        return parts.arrange(_PREFLIGHT, own, wire)
    if request.initiator is Initiator.EVENT_SOURCE:
        return parts.arrange(_STREAM, own, wire)
    if initiators.is_element(request):
        return parts.arrange(_ELEMENT, own, wire)
    return parts.arrange(_ACTUAL if wire.body is not None else _WITHOUT_BODY, own, wire)


def _mode(wire: WireRequest, request: Request) -> str:
    """WebKit fetches fonts without CORS."""
    return "no-cors" if request.initiator is Initiator.FONT else parts.fetch_mode(request, wire)
