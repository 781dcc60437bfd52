"""Servers that redirect."""

from __future__ import annotations

from typing import Any

from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response
from tests.standards.making import allows, says


def moved(location: str, status: int = 302, origin: str = "*") -> Response:
    return says(status, {"Access-Control-Allow-Origin": origin, "Location": location})


def everything(wire: WireRequest) -> Response:
    """A server that allows whatever is asked."""
    asked = wire.headers.get("access-control-request-headers") or ""
    method = wire.headers.get("access-control-request-method") or ""
    origin = wire.headers.get("origin") or "*"
    return allows(origin, Allow_Methods=method, Allow_Headers=asked)


def chain(*hops: Response) -> Any:
    """A server that redirects, hop by hop, and then allows everything."""

    def answer(wire: WireRequest) -> Response:
        if "access-control-request-method" in wire.headers:
            return everything(wire)
        return hops[wire.hop] if wire.hop < len(hops) else everything(wire)

    return answer
