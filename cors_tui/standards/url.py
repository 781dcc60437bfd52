"""URLs as browsers parse them, and origins of URLs.

https://url.spec.whatwg.org/ (by `ada_url`)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import ada_url

from cors_tui.standards.origin import OPAQUE, Origin

_WEB = re.compile(
    r"(https?)://(?:([^:@/?#]*)(?::([^@/?#]*))?@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d+))?(/[^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL
)
"""https://url.spec.whatwg.org/#concept-url-serializer, of a scheme that has an authority and a path"""

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}


@dataclass(frozen=True, slots=True)
class Url:
    """A parsed URL. `href` is its serialization; `host` keeps the brackets of an IPv6 address.

    `port` is the effective port (the scheme's default when none is written), None for schemes without one.
    """

    href: str
    scheme: str
    username: str
    password: str
    host: str
    port: int | None
    path: str
    query: str
    fragment: str

    @property
    def origin(self) -> Origin:
        """https://url.spec.whatwg.org/#concept-url-origin"""
        return _origin(self.scheme, self.host, self.port)

    @property
    def target(self) -> str:
        """The request target of HTTP/1.1: path and query, as written on the request line; an empty query keeps its
        question mark."""
        if self.query or "?" not in self.href:
            return f"{self.path or '/'}{self.query}"
        empty_query = "?" if self.without_fragment.endswith("?") else ""
        return f"{self.path or '/'}{empty_query}"

    @property
    def without_fragment(self) -> str:
        return self.href[: len(self.href) - len(self.fragment)] if self.fragment else self.href.removesuffix("#")

    @property
    def includes_credentials(self) -> bool:
        """https://url.spec.whatwg.org/#include-credentials"""
        return bool(self.username or self.password)

    @property
    def is_http(self) -> bool:
        """An HTTP(S) scheme: https://fetch.spec.whatwg.org/#http-scheme"""
        return self.scheme in ("http", "https")


@lru_cache(maxsize=4096)
def parse_url(text: str, base: str | None = None) -> Url | None:
    """The WHATWG URL of `text` (against `base` when given), or None where the standard's parser fails.

    Blob URLs and other schemes parse too; the caller looks at `scheme`.
    """
    try:
        parsed = ada_url.URL(text, base) if base else ada_url.URL(text)
    except ValueError:
        return None
    href = parsed.href
    return _web_url(href) or _any_url(href, parsed)


def _web_url(href: str) -> Url | None:
    """The parts of a serialized http(s) URL: it is written in one way only, and read from it without asking again."""
    match = _WEB.fullmatch(href)
    if match is None:
        return None
    scheme, username, password, host, port, path, query, fragment = match.groups("")
    return Url(
        href,
        scheme,
        username,
        password,
        host,
        int(port) if port else _DEFAULT_PORTS[scheme],
        path,
        query if query != "?" else "",
        fragment if fragment != "#" else "",
    )


def _any_url(href: str, parsed: ada_url.URL) -> Url:
    scheme = parsed.protocol.rstrip(":")
    port = int(parsed.port) if parsed.port else _DEFAULT_PORTS.get(scheme)
    return Url(
        href=href,
        scheme=scheme,
        username=parsed.username,
        password=parsed.password,
        host=parsed.hostname,
        port=port,
        path=parsed.pathname,
        query=parsed.search,
        fragment=parsed.hash,
    )


@lru_cache(maxsize=1024)
def _origin(scheme: str, host: str, port: int | None) -> Origin:
    return Origin(scheme, host, port) if scheme in _DEFAULT_PORTS else OPAQUE
