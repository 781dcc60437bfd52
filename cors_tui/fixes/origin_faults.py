"""Faults of one origin in a policy: it must be exactly what a browser sends in `Origin`.

https://fetch.spec.whatwg.org/#origin-header
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.fixes.fault import Fault
from cors_tui.standards.origin import serialize_origin
from cors_tui.standards.url import Url, parse_url

PLACE = "origins"

_CUSTOM_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://[a-z0-9.-]+(:[0-9]{1,5})?")
_OPAQUE_SCHEMES = ("file:", "data:", "blob:", "about:", "javascript:")
_EXAMPLE = "https://app.example.com"


def origin_faults(text: str, *, credentials: bool) -> Iterator[Fault]:
    """Every fault of the origin `text`; ``*`` is for the caller, who sees the whole policy."""
    url = parse_url(text)
    unusable = _not_an_origin(text, url)
    if unusable:
        yield unusable
    elif url is not None and url.is_http:
        yield from _not_serialized(text, url)
        if credentials and url.scheme == "http" and not is_loopback(url.host):
            yield insecure(PLACE, text, serialize_origin(url.origin))


def is_loopback(host: str) -> bool:
    """A host that only this machine answers: https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy"""
    return (
        host in ("localhost", "[::1]")
        or host.endswith(".localhost")
        or re.fullmatch(r"127(\.\d+){3}", host) is not None
    )


def insecure(place: str, text: str, meant: str) -> Fault:
    """An origin whose pages anybody on the way can write, allowed to act with the person's cookies.

    `meant` is `text` without its other faults.
    """
    return Fault(
        "insecure-with-credentials",
        place,
        text,
        "with credentials, whoever sits on the network can write a page of this http origin and read your answers",
        f"serve the page over https and write {meant.replace('http://', 'https://', 1)}",
    )


def _not_an_origin(text: str, url: Url | None) -> Fault | None:
    if text == "null":
        why = "every sandboxed frame, data: URL and file: page sends `null`, on anybody's behalf"
        return Fault("null", PLACE, text, why, "serve the page from a server and write that page's origin")
    if not text or re.search(r"[\s\x00-\x1f\x7f]", text):
        why = "it is empty" if not text else "there is white space or a control character in it"
        return Fault("not-an-origin", PLACE, text, why, f"write scheme://host[:port], as in {_EXAMPLE}")
    if text.startswith(_OPAQUE_SCHEMES):
        return Fault("opaque", PLACE, text, "pages of this scheme send `Origin: null`", "serve the page from a server")
    if "," in text:
        return Fault("several", PLACE, text, "it is several in one", "give each origin of its own")
    if "*" in text:
        return Fault(
            "pattern", PLACE, text, "an origin is compared as it stands, so `*` is only a character", _as_pattern(text)
        )
    if "://" not in text:
        return Fault("no-scheme", PLACE, text, "it is not written scheme://host", f"write {_with_scheme(text, url)}")
    if url is None or not (url.is_http or _CUSTOM_SCHEME.fullmatch(text)):
        return Fault(
            "not-an-origin",
            PLACE,
            text,
            "no browser reads it as an origin",
            f"write scheme://host[:port], as in {_EXAMPLE}",
        )
    return None


def _with_scheme(text: str, url: Url | None) -> str:
    """`text` with its scheme and two slashes: https, but http for this machine."""
    if url is not None and url.is_http:
        return serialize_origin(url.origin)
    host = text.lstrip("/").split("/", 1)[0] or "app.example.com"
    return f"http://{host}" if is_loopback(host.partition(":")[0]) else f"https://{host}"


def _as_pattern(text: str) -> str:
    pattern = (text if "://" in text else f"https://{text}").rstrip("/")
    return f"give it as a pattern (`--pattern {pattern}`), or write the origins one by one"


def _not_serialized(text: str, url: Url) -> Iterator[Fault]:
    wanted = serialize_origin(url.origin)
    instead = f"write {wanted}"
    for code, why in _departures(text, url, wanted):
        yield Fault(code, PLACE, text, why, instead)


def _departures(text: str, url: Url, wanted: str) -> Iterator[tuple[str, str]]:
    """How `text` differs from the serialization `wanted` of its origin, each difference once."""
    if text == wanted:
        return
    found = list(_named_departures(text, url, wanted))
    yield from found or [("not-serialized", "a browser writes this origin otherwise")]


def _named_departures(text: str, url: Url, wanted: str) -> Iterator[tuple[str, str]]:
    authority, _, rest = text.partition("://")[2].partition("/")
    authority = re.split(r"[?#]", authority)[0]
    if text.endswith("/") and not rest and url.path == "/":
        yield "trailing-slash", "an origin has no slash at its end, and none that ends in one ever matches"
    elif url.path != "/":
        yield "path", "an origin has no path"
    if url.query or url.fragment or "?" in text or "#" in text:
        yield "query", "an origin has no query and no fragment"
    if url.includes_credentials or "@" in authority:
        yield "user", "an origin has no user name and no password"
    if text.partition("://")[0] != url.scheme or authority.rpartition("@")[2] != authority.rpartition("@")[2].lower():
        yield "upper-case", "browsers send scheme and host in lower case, and origins are compared byte for byte"
    if not authority.isascii():
        yield "not-ascii", "browsers send the host in its ASCII form"
    if re.search(r":\d+$", authority) and not re.search(r":\d+$", wanted):
        yield "default-port", "browsers leave the scheme's own port out"
