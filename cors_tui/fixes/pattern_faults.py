"""Faults of one origin pattern: it must not let in a name that a stranger can register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from cors_tui.fixes.fault import Fault
from cors_tui.fixes.origin_faults import insecure, is_loopback
from cors_tui.patterns import ANY_PORT, Pattern, read_pattern

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

PLACE = "patterns"
LONGEST_PATTERN = 200

_EXPRESSION = re.compile(r"[\\^$()\[\]{}+?|]|//\.\*")
_WILD_IN_EXPRESSION = re.compile(r"\([^()]*\)[*+?]?|\[[^\]]*\][*+?]?|\.?[*+]")
_WILD_IN_GLOB = re.compile(r"\*")
_INSTEAD = "write https://*.example.com with your own domain (any sub-domain), or list the origins"


def pattern_faults(text: str, *, credentials: bool) -> Iterator[Fault]:
    """Every fault of the pattern `text`."""
    pattern = read_pattern(text)
    proof = stranger(text)
    if proof:
        yield _lets_in(text, pattern, proof)
    elif pattern is None:
        why = "it is not a pattern: one `*` stands for the sub-domains, at the start of the host"
        yield Fault("not-a-pattern", PLACE, text, why, _INSTEAD)
    if pattern is not None:
        if pattern.wild and pattern.host.rpartition(".")[2].isdigit():
            why = "an address has no sub-domains, so nothing ever matches"
            yield Fault("address", PLACE, text, why, "list the origins")
        yield from _port_faults(text, pattern)
        if credentials and pattern.scheme == "http" and not is_loopback(pattern.host):
            yield insecure(PLACE, text)


def stranger(text: str) -> str:
    """An origin on a name that a stranger can register and that `text`, read as people mean it, lets in; or ""."""
    if len(text) > LONGEST_PATTERN:
        return ""
    pieces = _pieces(text)
    for candidate in _candidates(pieces[0], pieces[-1]) if len(pieces) > 1 else _candidates("", pieces[0]):
        host = candidate.partition("://")[2].partition(":")[0]
        if _reads(text, candidate) and _registrable(host) != _registrable(pieces[-1].partition(":")[0].lstrip(".")):
            return candidate
    return ""


def _lets_in(text: str, pattern: Pattern | None, proof: str) -> Fault:
    if pattern is not None:
        why = f"`{pattern.host}` is a public suffix: anybody can register a name under it"
        return Fault("public-suffix", PLACE, text, why, _INSTEAD, proof)
    return Fault("lets-strangers-in", PLACE, text, "a stranger can register a name that it lets in", _INSTEAD, proof)


def _port_faults(text: str, pattern: Pattern) -> Iterator[Fault]:
    if pattern.port == ANY_PORT:
        why = "any program on this machine may listen on a port of its own"
        yield Fault("any-port", PLACE, text, why, "keep it to development", grave=False)
    elif pattern.port == {"http": "80", "https": "443"}[pattern.scheme]:
        instead = f"write {text.rpartition(':')[0]}"
        yield Fault("default-port", PLACE, text, "browsers leave the scheme's own port out", instead)
    elif pattern.port and (pattern.port.startswith("0") or int(pattern.port) > 65535):
        yield Fault("port", PLACE, text, f"`{pattern.port}` is no port number", "write the port without leading zeros")


def _pieces(text: str) -> list[str]:
    """The literal texts of the host around what is wild in it."""
    bare = text.strip("^$").replace("https?", "https")
    host = bare.partition("://")[2] if "://" in bare else bare
    wild = _WILD_IN_EXPRESSION if _EXPRESSION.search(text) else _WILD_IN_GLOB
    return [re.sub(r"\\(.)", r"\1", piece) for piece in wild.split(host)]


def _candidates(head: str, tail: str) -> Iterator[str]:
    strange = ("evil.test", f"evil{tail}", f"{head}evil.test", f"{head}evil{tail}")
    longer = (f"{head}x{tail}.evil.test", f"{head}{tail}.evil.test")
    for scheme in ("https", "http"):
        yield from (f"{scheme}://{host}" for host in (*strange, *longer))


def _reads(text: str, candidate: str) -> bool:
    """Whether `text` admits `candidate`: as an expression (searched, as JavaScript's `test` does), or as a glob."""
    if not re.fullmatch(r"https?://[a-z0-9.-]+(:[0-9]+)?", candidate) or ".." in candidate:
        return False
    if _EXPRESSION.search(text):
        try:
            return re.search(text, candidate) is not None
        except re.error:
            return False
    glob = re.escape(text).replace(r"\*", "[^/]*")
    scheme = "" if "://" in text else "https?://"
    return "*" in text and ":*" not in text and re.fullmatch(scheme + glob, candidate) is not None


def _registrable(host: str) -> str:
    """The registrable domain of `host`; "" for a public suffix itself, `host` for what cannot be registered under."""
    if is_loopback(host):
        return "localhost"
    found: str | None = _suffixes().privatesuffix(host)
    return found or ""


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList  # 60 ms of data, wanted only where there is a pattern

    return PublicSuffixList()
