"""What Firefox adds to a request, and its order of headers."""

from __future__ import annotations

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Request, WireRequest


def dress(wire: WireRequest, request: Request) -> HeaderList:
    """All headers of `wire` as Firefox sends them."""
    raise NotImplementedError
