"""A CORS policy: the values that travel between causes and frameworks, and what a server with it would answer."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Request, WireRequest


@dataclass(frozen=True, slots=True)
class CorsPolicy:
    """Who may call, how.

    `origins` are exact serialized origins; `patterns` are sub-domain patterns written ``https://*.example.com``.
    ``*`` as an origin means everybody. `methods` and `headers` are what a preflight allows (safelisted ones need not
    be listed), `expose` the response headers script may read. `max_age` is seconds a browser may keep a preflight's
    answer; None sends none. `from_env` names the environment variable that holds the origins in the snippet, "" for a
    list in code.
    """

    origins: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    expose: tuple[str, ...] = ()
    credentials: bool = False
    max_age: int | None = None
    from_env: str = ""


def respond(policy: CorsPolicy, wire: WireRequest) -> HeaderList:
    """The CORS headers an ideal server with `policy` answers `wire` with (its preflights have status 204)."""
    raise NotImplementedError


def least_policy(request: Request) -> CorsPolicy:
    """The smallest policy under which `request` succeeds; taking any one part away makes it fail."""
    raise NotImplementedError
