"""Sites: registrable domains and what counts as the same site.

https://html.spec.whatwg.org/#sites
"""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from typing import Protocol, cast

from cors_tui.standards.origin import Origin


class _SuffixList(Protocol):
    def privatesuffix(self, domain: str) -> str | None: ...


@lru_cache(maxsize=1)
def _suffix_list() -> _SuffixList:
    # Imported late: its list of ten thousand suffixes costs 20 ms, and most requests never ask for a site. Each of them
    # in punycode, too, would cost three times as much; a host of that form is decoded instead.
    from publicsuffixlist import PublicSuffixList

    return cast(_SuffixList, PublicSuffixList(accept_encoded_idn=False))


@lru_cache(maxsize=2048)
def ip_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address a host names literally, brackets or not; None for a domain."""
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


def is_localhost(host: str) -> bool:
    """https://w3c.github.io/webappsec-secure-contexts/#localhost"""
    name = host.removesuffix(".")
    return name == "localhost" or name.endswith(".localhost")


@lru_cache(maxsize=2048)
def registrable_domain(host: str) -> str:
    """The registrable domain of a host; the host itself where there is none (an IP address, ``localhost``).

    https://url.spec.whatwg.org/#host-registrable-domain
    """
    if not host or ip_of(host) is not None or "." not in host.strip("."):
        return host
    name = host.lower()
    if "xn--" not in name:
        return _suffix_list().privatesuffix(name) or host
    labels = name.rstrip(".").split(".")
    found = _suffix_list().privatesuffix(".".join(map(_decoded, labels)))
    return ".".join(labels[-len(found.split(".")) :]) if found else host


def _decoded(label: str) -> str:
    """A label in Unicode; one that cannot be decoded stays as it is."""
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def schemelessly_same_site(a: Origin, b: Origin) -> bool:
    """https://html.spec.whatwg.org/#schemelessly-same-site"""
    if a.is_opaque or b.is_opaque:
        return False
    return a.host == b.host or registrable_domain(a.host) == registrable_domain(b.host)


def same_site(a: Origin, b: Origin) -> bool:
    """https://html.spec.whatwg.org/#same-site"""
    return a.scheme == b.scheme and schemelessly_same_site(a, b)
