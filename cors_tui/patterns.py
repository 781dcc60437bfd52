"""Patterns of origins: ``https://*.example.com`` (any sub-domain) and ``http://localhost:*`` (any port, loopback only).

A pattern is read into its parts, never used as an expression, so that it is anchored and escaped in every language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ANY_PORT = "*"
LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")

_SHAPE = re.compile(
    r"(?P<scheme>https?)://(?P<wild>\*\.)?(?P<host>\[::1\]|[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(?P<port>\*|[0-9]{1,5}))?"
)
_LABELS = "([a-z0-9_-]+\\.)+"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern's parts. `wild`: every sub-domain of `host` (not `host` itself); else `host` itself, with any port.

    `port` is the text after the colon, "" when there is none.
    """

    scheme: str
    wild: bool
    host: str
    port: str

    @property
    def regex(self) -> str:
        """The whole origin as a regular expression without anchors, in the syntax that all our languages share."""
        host = re.escape(self.host).replace(r"\-", "-")
        port = {"": "", ANY_PORT: "(:[0-9]+)?"}.get(self.port, f":{self.port}")
        return f"{self.scheme}://{_LABELS if self.wild else ''}{host}{port}"

    def matches(self, origin: str) -> bool:
        """Whether the serialized `origin` is one of those the pattern stands for."""
        return re.fullmatch(self.regex, origin) is not None


def read_pattern(text: str) -> Pattern | None:
    """The parts of `text`, or None when it is no such pattern (nothing wild in it, or wild elsewhere)."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    pattern = Pattern(found["scheme"], found["wild"] is not None, found["host"], found["port"] or "")
    any_port = pattern.port == ANY_PORT
    if pattern.wild:
        return None if any_port or pattern.host.startswith("[") else pattern
    return pattern if any_port and pattern.host in LOOPBACK_HOSTS else None
