"""What a request needs on the wire beyond a browser's dressing: Host, Content-Length, a proxy's form of the target."""

from __future__ import annotations

from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.request import WireRequest
from cors_tui.standards.url import Url

_DEFAULT_PORTS = {"http": 80, "https": 443}


def complete_headers(wire: WireRequest, headers: HeaderList) -> tuple[HeaderList, bytes]:
    """`headers` with Host first and Content-Length after Connection, each only where it is missing, and the body.

    https://fetch.spec.whatwg.org/#http-network-or-cache-fetch (Content-Length)
    """
    body = b"" if wire.body is None else body_bytes(wire.body.text)
    pairs = list(headers)
    if "host" not in headers:
        pairs.insert(0, ("Host", host_of(wire.url)))
    if (body or wire.method in ("POST", "PUT")) and "content-length" not in headers:
        pairs.insert(_after_connection(pairs), ("Content-Length", str(len(body))))
    return HeaderList(tuple(pairs)), body


def body_bytes(text: str) -> bytes:
    """A body's bytes: latin-1 text, one character a byte; text with other characters in it is sent as UTF-8."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def host_of(url: Url) -> str:
    """The Host header of `url`: the port only where it is not the scheme's own."""
    default = _DEFAULT_PORTS.get(url.scheme)
    return url.host if url.port in (None, default) else f"{url.host}:{url.port}"


def forwarded_target(url: Url) -> str:
    """The absolute form a proxy wants: https://httpwg.org/specs/rfc9112.html#absolute-form"""
    return f"{url.scheme}://{host_of(url)}{url.target}"


def _after_connection(pairs: list[HeaderPair]) -> int:
    """Where Chromium puts Content-Length: behind Host and Connection."""
    names = [name.lower() for name, _ in pairs]
    known = [names.index(name) for name in ("host", "connection") if name in names[:3]]
    return max(known) + 1 if known else len(pairs)
