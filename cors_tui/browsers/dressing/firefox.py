"""What Firefox adds to a request, and its order of headers."""

from __future__ import annotations

from cors_tui.browsers.dressing import initiators, parts
from cors_tui.browsers.dressing.parts import AUTHOR
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Request, Role, WireRequest
from cors_tui.standards.site import schemelessly_same_site

USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"

_PREFLIGHT = (
    "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Access-Control-Request-Method",
    "Access-Control-Request-Headers", "Referer", "Origin", "Sec-Fetch-Storage-Access", "Connection",
    "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", "Priority",
)  # fmt: skip
_ACTUAL = (
    "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Referer", AUTHOR, "Content-Type",
    "Content-Length", "Origin", "Sec-Fetch-Storage-Access", "Connection", "Cookie", "Sec-Fetch-Dest", "Sec-Fetch-Mode",
    "Sec-Fetch-Site", "Priority",
)  # fmt: skip

_WITHOUT_BODY = (*(name for name in _ACTUAL if name != "Content-Length"), "Content-Length")

_ELEMENT = (
    "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Origin", "Sec-Fetch-Storage-Access",
    "Connection", "Referer", "Cookie", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", "Priority", "Pragma",
    "Cache-Control",
)  # fmt: skip

_ACCEPT = {
    Initiator.IMAGE: "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
    Initiator.FONT: "application/font-woff2;q=1.0,application/font-woff;q=0.9,*/*;q=0.8",
}
_PRIORITIES = {
    Initiator.FETCH: "u=4",
    Initiator.XHR: "u=4",
    Initiator.EVENT_SOURCE: "u=4",
    Initiator.STYLESHEET: "u=2",
    Initiator.IMAGE: "u=5, i",
}


def dress(wire: WireRequest, request: Request) -> HeaderList:
    """All headers of `wire` as Firefox sends them on Linux."""
    own = {
        "Host": parts.host(wire.url),
        "User-Agent": USER_AGENT,
        **initiators.accepts(request, _ACCEPT),
        "Accept-Language": "en-US,en;q=0.9",
        "Accept-Encoding": parts.encodings(wire, "gzip, deflate, br, zstd"),
        "Referer": "" if request.page.origin.is_opaque else parts.referer(request, wire.url),
        "Content-Length": parts.content_length(wire),
        "Connection": "keep-alive",
        "Priority": _PRIORITIES.get(request.initiator, ""),
    }
    if parts.is_trustworthy(wire.url):
        own |= {
            "Sec-Fetch-Dest": initiators.destination(request),
            "Sec-Fetch-Mode": parts.fetch_mode(request, wire),
            "Sec-Fetch-Storage-Access": "none" if _tells_storage(wire, request) else "",
            "Sec-Fetch-Site": parts.fetch_site(request.page.origin, wire.url),
        }
    if wire.role is Role.PREFLIGHT:
        return parts.arrange(_PREFLIGHT, own, wire)
    if initiators.is_element(request) or request.initiator is Initiator.EVENT_SOURCE:
        return parts.arrange(_ELEMENT, own, wire)
    return parts.arrange(_ACTUAL if wire.body is not None else _WITHOUT_BODY, own, wire)


def _tells_storage(wire: WireRequest, request: Request) -> bool:
    """Firefox partitions storage by site without looking at the scheme."""
    partitioned = request.page.origin.is_opaque or not schemelessly_same_site(request.page.origin, wire.url.origin)
    return partitioned and parts.is_credentialed_elsewhere(request, wire.url)
