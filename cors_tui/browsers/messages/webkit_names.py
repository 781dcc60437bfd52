"""Header names that WebKit knows: it writes them in its own case, every other in the author's.

https://github.com/WebKit/WebKit/blob/main/Source/WebCore/platform/network/HTTPHeaderNames.in
"""

from __future__ import annotations

from cors_tui.standards.request import Initiator, Request
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Failure, Refusal

_KNOWN = """
Accept Accept-Charset Accept-Encoding Accept-Language Accept-Ranges Access-Control-Allow-Credentials
Access-Control-Allow-Headers Access-Control-Allow-Methods Access-Control-Allow-Origin Access-Control-Expose-Headers
Access-Control-Max-Age Access-Control-Request-Headers Access-Control-Request-Method Age Authorization Cache-Control
Connection Content-Disposition Content-Encoding Content-Language Content-Length Content-Location Content-Range
Content-Security-Policy Content-Security-Policy-Report-Only Content-Type Cookie Cookie2 Cross-Origin-Embedder-Policy
Cross-Origin-Opener-Policy Cross-Origin-Resource-Policy DNT Date Default-Style ETag Expect Expires Host If-Match
If-Modified-Since If-None-Match If-Range If-Unmodified-Since Keep-Alive Last-Event-ID Last-Modified Link Location
Origin Permissions-Policy Ping-From Ping-To Pragma Proxy-Authorization Range Referer Referrer-Policy
Refresh Report-To Sec-GPC Sec-Purpose Server Server-Timing Service-Worker Set-Cookie Set-Cookie2 SourceMap
Strict-Transport-Security TE Timing-Allow-Origin Trailer Transfer-Encoding Upgrade Upgrade-Insecure-Requests User-Agent
Vary Via X-Content-Type-Options X-DNS-Prefetch-Control X-Frame-Options X-SourceMap X-XSS-Protection
"""
_BY_LOWER = {name.lower(): name for name in _KNOWN.split()}


def canonical(name: str) -> str | None:
    """WebKit's own spelling of a header's name, or None for a name it does not know."""
    return _BY_LOWER.get(name.lower())


def first_refused(failure: Failure, request: Request) -> str:
    """The method; or the header that WebKit names first of those not allowed: one it knows, before any other."""
    if failure.refusal is not Refusal.HEADER_NOT_ALLOWED:
        return failure.about
    refused = _not_allowed(failure) or [failure.about]
    sorted_before = request.initiator is Initiator.FETCH and request.headers_object
    written = [] if sorted_before else list(dict(request.headers))
    places = {name.lower(): place for place, name in reversed([*enumerate(written)])}
    name = min(refused, key=lambda name: (canonical(name) is None, places.get(name, len(places)), name))
    return canonical(name) or (written[places[name]] if name in places else name)


def _not_allowed(failure: Failure) -> list[str]:
    """Every header the preflight asked for and its answer does not list."""
    if failure.request is None or not isinstance(failure.answer, Response):
        return []
    asked = failure.request.headers.get("access-control-request-headers") or ""
    listed = failure.answer.headers.get("access-control-allow-headers") or ""
    allowed = {name.strip(" \t").lower() for name in listed.split(",")}
    return [name for name in asked.split(",") if name and name not in allowed]
