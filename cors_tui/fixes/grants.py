"""What a policy grants, in the terms that snippets and predictions share."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.fixes.policy_faults import EVERYBODY
from cors_tui.patterns import Pattern, read_pattern
from cors_tui.policy import CorsPolicy, allows_origin
from cors_tui.standards.request import WireRequest

SAFELISTED_METHODS = ("GET", "HEAD", "POST")


def everybody(policy: CorsPolicy) -> bool:
    """Whether `policy` lets every origin in (it then has no credentials)."""
    return EVERYBODY in policy.origins


def listed_origins(policy: CorsPolicy) -> tuple[str, ...]:
    """The exact origins, each once."""
    return tuple(dict.fromkeys(origin for origin in policy.origins if origin != EVERYBODY))


def listed_patterns(policy: CorsPolicy) -> tuple[Pattern, ...]:
    """The patterns that can be read, each once."""
    return tuple(pattern for text in dict.fromkeys(policy.patterns) if (pattern := read_pattern(text)))


def listed_methods(policy: CorsPolicy) -> tuple[str, ...]:
    """The methods to write down: the safelisted ones first, since strict servers answer 400 to what is not listed."""
    if "*" in policy.methods:
        return ("*",)
    return tuple(dict.fromkeys((*SAFELISTED_METHODS, *policy.methods)))


def listed_headers(policy: CorsPolicy) -> tuple[str, ...]:
    """The request headers to write down, each once in any case."""
    return _once(policy.headers)


def listed_expose(policy: CorsPolicy) -> tuple[str, ...]:
    """The exposed response headers to write down, each once in any case."""
    return _once(policy.expose)


def lets_in(policy: CorsPolicy, origin: str | None) -> bool:
    """Whether `origin`, as a browser sent it, may call; no origin is not let in, it is not asked about."""
    return origin is not None and allows_origin(policy, origin)


def _once(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        {name.lower(): name for name in reversed(names)}[key] for key in dict.fromkeys(n.lower() for n in names)
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What a server reads of one request: None where the header is absent."""

    options: bool
    origin: str | None
    method: str | None
    headers: str | None
    private_network: bool = False

    @classmethod
    def of(cls, wire: WireRequest) -> Asked:
        """What `wire` asks."""
        headers = wire.headers
        return cls(
            wire.method == "OPTIONS",
            headers.get("Origin"),
            headers.get("Access-Control-Request-Method"),
            headers.get("Access-Control-Request-Headers"),
            "Access-Control-Request-Private-Network" in headers,
        )

    @property
    def header_names(self) -> tuple[str, ...]:
        """The names asked about, lower-case; with an empty one for nothing beside a comma, as strict servers see it."""
        return () if self.headers is None else tuple(name.strip().lower() for name in self.headers.split(","))
