"""Content Security Policy, as far as it blocks a request of script: ``connect-src`` and its fallback.

https://w3c.github.io/webappsec-csp/#directive-connect-src
"""

from __future__ import annotations

import re
from functools import lru_cache

from cors_tui.standards.request import Initiator, Page, Request
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import Failure, Refusal, Step

_SPEC = "https://w3c.github.io/webappsec-csp/"
BLOCKED = Step("Does url match source list in origin with redirect count?", "4", f"{_SPEC}#match-url-to-source-list")

_FALLBACK = {
    Initiator.SCRIPT: ("script-src-elem", "script-src", "default-src"),
    Initiator.MODULE: ("script-src-elem", "script-src", "default-src"),
    Initiator.IMPORT: ("script-src-elem", "script-src", "default-src"),
    Initiator.STYLESHEET: ("style-src-elem", "style-src", "default-src"),
    Initiator.IMAGE: ("img-src", "default-src"),
    Initiator.FONT: ("font-src", "default-src"),
}
_CONNECT = ("connect-src", "default-src")

_SOURCE = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>\*|(?:\*\.)?[^:/*\s]+|\[[^\]]*\])(?::(?P<port>\d+|\*))?(?P<path>/.*)?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_NETWORK_SCHEMES = ("http", "https", "ws", "wss", "ftp")
_UPGRADES = {"http": ("https",), "ws": ("wss", "http", "https"), "wss": ("https",)}
_DEFAULT_PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443, "ftp": 21}


def csp_failure(request: Request, url: Url, hop: int) -> Failure | None:
    """https://w3c.github.io/webappsec-csp/#should-block-request"""
    if not request.page.headers.pairs:
        return None
    for policy in request.page.headers.get_all("content-security-policy"):
        for written in policy.split(","):
            found = _directive(written, _FALLBACK.get(request.initiator, _CONNECT))
            if found is not None and not matches_list(found[1], url, request.page, hop):
                directive = " ".join(found[1:2] and (found[0], *found[1]))
                return Failure(
                    Refusal.CSP_CONNECT_SRC, BLOCKED, "content-security-policy", directive, url.href, about=found[0]
                )
    return None


@lru_cache(maxsize=512)
def _directive(policy: str, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """The first of `names` that the policy has, with its sources.

    https://w3c.github.io/webappsec-csp/#parse-serialized-policy
    """
    directives: dict[str, tuple[str, ...]] = {}
    for part in policy.split(";"):
        words = part.split()
        if words:
            directives.setdefault(words[0].lower(), tuple(words[1:]))
    name = next((name for name in names if name in directives), None)
    return None if name is None else (name, directives[name])


def matches_list(sources: tuple[str, ...], url: Url, page: Page, hop: int) -> bool:
    """https://w3c.github.io/webappsec-csp/#match-url-to-source-list"""
    return any(matches_source(source, url, page, hop) for source in sources)


def matches_source(source: str, url: Url, page: Page, hop: int) -> bool:
    """https://w3c.github.io/webappsec-csp/#match-url-to-source-expression"""
    own = page.url
    if source == "*":
        return url.scheme in _NETWORK_SCHEMES or (own is not None and url.scheme == own.scheme)
    scheme_only = _SCHEME.fullmatch(source)
    if scheme_only:
        return _scheme_matches(scheme_only["scheme"].lower(), url.scheme)
    if source.lower() == "'self'":
        return own is not None and _matches_self(own, url)
    match = _SOURCE.fullmatch(source)
    if match is None or source.startswith("'"):
        return False
    wanted = (match["scheme"] or (own.scheme if own else "")).lower()
    if not _scheme_matches(wanted, url.scheme) or not _host_matches(match["host"].lower(), url.host):
        return False
    return _port_matches(match["port"], wanted, url) and (hop > 0 or _path_matches(match["path"], url.path))


def _matches_self(own: Url, url: Url) -> bool:
    if own.origin == url.origin and not own.origin.is_opaque:
        return True
    ports = own.port == url.port or (
        own.port == _DEFAULT_PORTS.get(own.scheme) and url.port == _DEFAULT_PORTS.get(url.scheme)
    )
    return own.host == url.host and ports and _scheme_matches(own.scheme, url.scheme)


def _scheme_matches(wanted: str, scheme: str) -> bool:
    return wanted == scheme or scheme in _UPGRADES.get(wanted, ())


def _host_matches(pattern: str, host: str) -> bool:
    if pattern == "*":
        return True
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern


def _port_matches(written: str | None, scheme: str, url: Url) -> bool:
    if written == "*":
        return True
    if written is None:
        return url.port in (_DEFAULT_PORTS.get(scheme), _DEFAULT_PORTS.get(url.scheme))
    number = int(written[:6])
    return number == url.port or (number == 80 and url.port == 443 and url.scheme in ("https", "wss"))


def _path_matches(pattern: str | None, path: str) -> bool:
    if not pattern or pattern == "/":
        return True
    return path.startswith(pattern) if pattern.endswith("/") else path == pattern
