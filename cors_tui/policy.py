"""A CORS policy: the values that travel between causes and frameworks, and what a server with it would answer."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.patterns import read_pattern
from cors_tui.standards.departures import NO_DEPARTURES, Departures
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.method import is_safelisted_method, normalize_method
from cors_tui.standards.origin import same_origin, serialize_origin
from cors_tui.standards.request import CredentialsMode, Mode, Request, Role, WireRequest
from cors_tui.standards.request_class import request_headers
from cors_tui.standards.safelist import unsafe_names


@dataclass(frozen=True, slots=True)
class CorsPolicy:
    """Who may call, how.

    `origins` are exact serialized origins; `patterns` are written ``https://*.example.com`` (any sub-domain) or
    ``http://localhost:*`` (any port, loopback only). ``*`` as an origin means everybody. `methods` and `headers` are
    what a preflight allows (safelisted ones need not be listed), `expose` the response headers script may read.
    `max_age` is seconds a browser may keep a preflight's answer; None sends none. `from_env` names the environment
    variable that holds the origins in the snippet, "" for a list in code.
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
    """The CORS headers an ideal server with `policy` answers `wire` with (its preflights have status 204).

    An origin that may not read gets none but ``Vary: Origin``. ``*`` is never answered together with
    Access-Control-Allow-Credentials, which no browser takes.
    https://fetch.spec.whatwg.org/#http-responses
    """
    if "*" in policy.origins:
        pairs = [("Access-Control-Allow-Origin", "*")]
    else:
        origin = wire.headers.get("origin")
        pairs = [("Vary", "Origin")]
        if origin is None or not allows_origin(policy, origin):
            return HeaderList(tuple(pairs))
        pairs.append(("Access-Control-Allow-Origin", origin))
        if policy.credentials:
            pairs.append(("Access-Control-Allow-Credentials", "true"))
    if wire.role is Role.PREFLIGHT:
        return HeaderList((*pairs, *_preflight_pairs(policy)))
    if policy.expose:
        pairs.append(("Access-Control-Expose-Headers", ", ".join(policy.expose)))
    return HeaderList(tuple(pairs))


def _preflight_pairs(policy: CorsPolicy) -> tuple[HeaderPair, ...]:
    pairs: list[HeaderPair] = []
    if policy.methods:
        pairs.append(("Access-Control-Allow-Methods", ", ".join(policy.methods)))
    if policy.headers:
        pairs.append(("Access-Control-Allow-Headers", ", ".join(policy.headers)))
    if policy.max_age is not None:
        pairs.append(("Access-Control-Max-Age", str(policy.max_age)))
    return tuple(pairs)


def allows_origin(policy: CorsPolicy, origin: str) -> bool:
    """Whether `origin`, as a browser serializes it, may read: listed exactly, or by a pattern."""
    if "*" in policy.origins or origin in policy.origins:
        return True
    return any(pattern.matches(origin) for text in policy.patterns if (pattern := read_pattern(text)))


def least_policy(request: Request, departures: Departures = NO_DEPARTURES) -> CorsPolicy:
    """The smallest policy under which `request` succeeds in an engine with `departures` (by default: by the standard);
    taking any one part away makes it fail.

    It is empty for a request that needs no CORS: same-origin, or not in cors mode.
    """
    if request.mode is not Mode.CORS or (request.url and same_origin(request.page.origin, request.url.origin)):
        return CorsPolicy()
    method = normalize_method(request.method)
    return CorsPolicy(
        origins=(serialize_origin(request.page.origin),),
        methods=() if is_safelisted_method(method) else (method,),
        headers=unsafe_names(request_headers(request, departures), departures),
        credentials=request.credentials_mode is CredentialsMode.INCLUDE,
    )
