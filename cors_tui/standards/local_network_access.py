"""Local Network Access: a page from the public network that reaches for a local address.

No header a server sends changes the answer. The older Private Network Access asked by a preflight with
Access-Control-Request-Private-Network; no engine sends that any more, and Access-Control-Allow-Private-Network is
not looked at.

https://wicg.github.io/local-network-access/
"""

from __future__ import annotations

import ipaddress
from functools import lru_cache

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.mixed_content import is_secure_context
from cors_tui.standards.request import AddressSpace, Request
from cors_tui.standards.site import ip_of, is_localhost
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import Failure, Refusal, Step

_SPEC = "https://wicg.github.io/local-network-access/"
CHECK = Step("Local Network Access check", "", f"{_SPEC}#local-network-access-check")

_RANK = {AddressSpace.LOOPBACK: 0, AddressSpace.LOCAL: 1, AddressSpace.PUBLIC: 2}
_SHARED = ipaddress.ip_network("100.64.0.0/10")
_CHECKS = frozenset({Departure.LOCAL_NETWORK_ASKS, Departure.LOCAL_NETWORK_DENIED, Departure.TARGET_SPACE_CHECKED})
_WRITTEN = {"private": "local"}


def address_space_of(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> AddressSpace:
    """https://wicg.github.io/local-network-access/#determine-the-ip-address-space"""
    if address.is_loopback:
        return AddressSpace.LOOPBACK
    if address.is_private or address.is_link_local or (address.version == 4 and address in _SHARED):
        return AddressSpace.LOCAL
    return AddressSpace.PUBLIC


def target_space(request: Request, url: Url) -> AddressSpace:
    """The space of the address `url` leads to, as far as it is known."""
    return space_of_host(url.host) or dict(request.address_spaces).get(url.host, request.other_address_space)


@lru_cache(maxsize=1024)
def space_of_host(host: str) -> AddressSpace | None:
    """The space a host names by itself; None for a name that must be looked up."""
    address = ip_of(host)
    if address is not None:
        return address_space_of(address)
    return AddressSpace.LOOPBACK if is_localhost(host) else None


def is_local_network_request(client: AddressSpace, target: AddressSpace) -> bool:
    """Whether `target` is more private than `client`; unknown spaces decide nothing.

    https://wicg.github.io/local-network-access/#local-network-request
    """
    return client in _RANK and target in _RANK and _RANK[target] < _RANK[client]


def local_network_failure(request: Request, url: Url, departures: Departures) -> Failure | None:
    """Why an engine that checks refuses; `LNA_ASKS` when it waits for the person. None when nothing is in the way.

    https://wicg.github.io/local-network-access/#local-network-access-check
    """
    if departures.isdisjoint(_CHECKS):
        return None
    target = target_space(request, url)
    wrong = _mismatch(request, target, departures)
    if wrong is not None:
        return wrong
    if not is_local_network_request(request.page.address_space, target):
        return None
    if Departure.LOCAL_NETWORK_ASKS in departures:
        return Failure(Refusal.LNA_ASKS, CHECK, about=target.value)
    if Departure.LOCAL_NETWORK_DENIED not in departures:
        return None
    secure = is_secure_context(request.page)
    refusal = Refusal.LNA_PERMISSION_DENIED if secure else Refusal.LNA_INSECURE_CONTEXT
    return Failure(refusal, CHECK, about=target.value)


def _mismatch(request: Request, target: AddressSpace, departures: Departures) -> Failure | None:
    if request.target_address_space is None or Departure.TARGET_SPACE_CHECKED not in departures:
        return None
    wanted = _WRITTEN.get(request.target_address_space, request.target_address_space)
    if target not in _RANK or wanted == target.value:
        return None
    return Failure(Refusal.LNA_TARGET_SPACE_MISMATCH, CHECK, got=target.value, wanted=wanted, about=target.value)
