"""Origins: tuple origins and opaque ones.

https://html.spec.whatwg.org/#concept-origin
"""

from __future__ import annotations

from dataclasses import dataclass

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and effective port; an opaque origin has an empty scheme and serializes as ``null``."""

    scheme: str
    host: str
    port: int | None

    @property
    def is_opaque(self) -> bool:
        return not self.scheme

    def __str__(self) -> str:
        return serialize_origin(self)


OPAQUE = Origin("", "", None)


def serialize_origin(origin: Origin) -> str:
    """``scheme://host[:port]`` without a default port, or ``null``.

    https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin
    """
    if origin.is_opaque:
        return "null"
    if origin.port is None or origin.port == _DEFAULT_PORTS.get(origin.scheme):
        return f"{origin.scheme}://{origin.host}"
    return f"{origin.scheme}://{origin.host}:{origin.port}"


def same_origin(a: Origin, b: Origin) -> bool:
    """https://html.spec.whatwg.org/#same-origin

    An opaque origin is the same only as itself; the program never holds two handles of one opaque origin, so two
    opaque origins are never the same here.
    """
    return not a.is_opaque and a == b
