"""The address space of an address, and of a host that names one.

The table is what Chromium and Firefox were seen to do, address by address. They differ in two blocks that nobody is at
home in: fec0::/10 and 2001:db8::/32 are local in Chromium and public in Firefox, and public here.
https://wicg.github.io/local-network-access/#ip-address-space
"""

from __future__ import annotations

import ipaddress
from functools import lru_cache

from cors_tui.standards.request import AddressSpace
from cors_tui.standards.site import ip_of, is_localhost

_LOCAL = tuple(
    ipaddress.ip_network(block)
    for block in (
        "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
        "fc00::/7", "fe80::/10",
    )
)  # fmt: skip


def address_space_of(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> AddressSpace:
    """https://wicg.github.io/local-network-access/#determine-the-ip-address-space

    What is reserved for documentation, benchmarks or the future counts as public.
    """
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if address.is_loopback or address.is_unspecified:
        return AddressSpace.LOOPBACK
    return AddressSpace.LOCAL if any(address in block for block in _LOCAL) else AddressSpace.PUBLIC


@lru_cache(maxsize=1024)
def space_of_host(host: str) -> AddressSpace | None:
    """The space a host names by itself; None for a name that must be looked up."""
    address = ip_of(host)
    if address is not None:
        return address_space_of(address)
    return AddressSpace.LOOPBACK if is_localhost(host) else None
