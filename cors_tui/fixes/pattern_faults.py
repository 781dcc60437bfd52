"""Faults of one origin pattern: it must not let in a name that a stranger can register."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.fixes.fault import Fault
from cors_tui.fixes.origin_faults import insecure, is_loopback
from cors_tui.fixes.strangers import domain_of, is_expression, public_suffix_of, registrable, stranger
from cors_tui.patterns import ANY_PORT, Pattern, read_pattern
from cors_tui.standards.url import parse_url

PLACE = "patterns"

_WRITTEN = re.compile(r"(?P<scheme>[a-z*]+)://\*\.(?P<host>[^/:?#@\\]+)(?P<port>:[0-9]{1,5})?(?P<rest>[/?#].*)?", re.I)
_OWN = "write https://*.example.com with your own domain (any sub-domain), or list the origins"
_SHAPE = "it is not a pattern: one `*` stands for the sub-domains, at the start of the host"


def pattern_faults(text: str, *, credentials: bool) -> Iterator[Fault]:
    """Every fault of the pattern `text`."""
    meant = _meant(text)
    if meant != text:
        instead = f"write {_without_own_port(meant)}"
        yield from (Fault(code, PLACE, text, why, instead) for code, why in _departures(text, meant))
    pattern = read_pattern(meant)
    proof = stranger(meant)
    if proof:
        yield _lets_in(text, pattern, proof)
    elif pattern is None:
        yield _no_pattern(text)
    if pattern is not None:
        if pattern.wild and pattern.host.rpartition(".")[2].isdigit():
            why = "an address has no sub-domains, so nothing ever matches"
            yield Fault("address", PLACE, text, why, "list the origins")
        yield from _port_faults(text, meant, pattern)
        if credentials and pattern.scheme == "http" and not is_loopback(pattern.host):
            yield insecure(PLACE, text, _without_own_port(meant))


def _meant(text: str) -> str:
    """`text` as a pattern is written, where it departs from that in little; else `text` itself."""
    whole = text if "://" in text else f"https://{text}"
    written = _WRITTEN.fullmatch(whole)
    scheme = written["scheme"].lower().replace("*", "") if written else ""
    if written is None or scheme not in ("http", "https", ""):
        return text
    url = parse_url(f"https://x.{written['host']}/")
    meant = f"{scheme or 'https'}://*.{url.host.removeprefix('x.')}{written['port'] or ''}" if url else text
    return meant if read_pattern(meant) else text


def _departures(text: str, meant: str) -> Iterator[tuple[str, str]]:
    """How `text` departs from the pattern `meant`, each way once."""
    scheme, separator, rest = text.rpartition("://")
    host, _, path = rest.partition("/")
    if not separator:
        yield "no-scheme", "it has no scheme"
    elif "*" in scheme:
        yield "scheme", "a pattern is for one scheme, and a `*` there would let http pages in, too"
    if rest.endswith("/") and not path:
        yield "trailing-slash", "an origin has no slash at its end, and none that ends in one ever matches"
    elif path or set("?#") & set(rest):
        yield "path", "an origin has no path"
    if not host.isascii():
        yield "not-ascii", "browsers send the host in its ASCII form"
    elif scheme + host != (scheme + host).lower():
        yield "upper-case", "browsers send scheme and host in lower case, and origins are compared byte for byte"
    elif domain_of(meant) not in host:
        yield "not-serialized", "a browser writes this host otherwise"


def _lets_in(text: str, pattern: Pattern | None, proof: str) -> Fault:
    if pattern is None:
        why = "a stranger can register a name that it lets in"
        return Fault("lets-strangers-in", PLACE, text, why, _instead(text), proof)
    suffix = public_suffix_of(pattern)
    reached = "is" if suffix == pattern.host else "below it is"
    why = f"`{suffix}` {reached} a public suffix: anybody can register a name under it"
    return Fault("public-suffix", PLACE, text, why, _OWN, proof)


def _no_pattern(text: str) -> Fault:
    if text.endswith(":*"):
        why = "any port is for this machine alone: localhost, 127.0.0.1 and [::1]"
        return Fault("not-a-pattern", PLACE, text, why, "name each port, or list the origins")
    if "*" not in text and not is_expression(text) and parse_url(text):
        why = "nothing in it stands for several origins"
        return Fault("not-a-pattern", PLACE, text, why, f"give it as an origin (`--origin {text}`)")
    return Fault("not-a-pattern", PLACE, text, _SHAPE, _instead(text))


def _instead(text: str) -> str:
    """The pattern of the domain that `text` ends in, where one person can own it."""
    domain = domain_of(text)
    meant = f"https://*.{domain}"
    if registrable(domain) in ("", "localhost") or read_pattern(meant) is None or stranger(meant):
        return _OWN
    return f"write {meant} (any sub-domain), or list the origins"


def _without_own_port(meant: str) -> str:
    return meant.removesuffix(":443" if meant.startswith("https:") else ":80")


def _port_faults(text: str, meant: str, pattern: Pattern) -> Iterator[Fault]:
    if pattern.port == ANY_PORT:
        why = "any program on this machine may listen on a port of its own"
        yield Fault("any-port", PLACE, text, why, "keep it to development", grave=False)
    elif pattern.port == {"http": "80", "https": "443"}[pattern.scheme]:
        why = "browsers leave the scheme's own port out"
        yield Fault("default-port", PLACE, text, why, f"write {_without_own_port(meant)}")
    elif pattern.port and (pattern.port.startswith("0") or int(pattern.port) > 65535):
        yield Fault("port", PLACE, text, f"`{pattern.port}` is no port number", "write the port without leading zeros")
