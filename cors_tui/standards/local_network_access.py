"""Local Network Access: a page from the public network that reaches for a local address.

No header a server sends changes the answer. The older Private Network Access asked by a preflight with
Access-Control-Request-Private-Network; no engine sends that any more, and Access-Control-Allow-Private-Network is
not looked at.

https://wicg.github.io/local-network-access/
"""

from __future__ import annotations

from cors_tui.standards.address_space import space_of_host
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.mixed_content import has_directive, is_secure_context
from cors_tui.standards.origin import same_origin
from cors_tui.standards.request import AddressSpace, Page, Request
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import Failure, Refusal, Step

_SPEC = "https://wicg.github.io/local-network-access/"
CHECK = Step("Local Network Access check", "", f"{_SPEC}#local-network-access-check")

_RANK = {AddressSpace.LOOPBACK: 0, AddressSpace.LOCAL: 1, AddressSpace.PUBLIC: 2}
_CHECKS = frozenset({Departure.LOCAL_NETWORK_ASKS, Departure.LOCAL_NETWORK_DENIED, Departure.TARGET_SPACE_CHECKED})
_WRITTEN = {"private": "local"}


def target_space(request: Request, url: Url) -> AddressSpace:
    """The space of the address `url` leads to, as far as it is known."""
    return space_of_host(url.host) or dict(request.address_spaces).get(url.host, request.other_address_space)


def is_local_network_request(client: AddressSpace, target: AddressSpace) -> bool:
    """Whether `target` is more private than `client`; unknown spaces decide nothing.

    https://wicg.github.io/local-network-access/#local-network-request
    """
    return client in _RANK and target in _RANK and _RANK[target] < _RANK[client]


def local_network_failure(request: Request, url: Url, departures: Departures) -> Failure | None:
    """Why an engine that checks refuses; `LNA_ASKS` when it waits for the person. None when nothing is in the way: a
    secure page that calls its own origin is not minded.

    https://wicg.github.io/local-network-access/#local-network-access-check
    """
    if departures.isdisjoint(_CHECKS):
        return None
    target = target_space(request, url)
    wrong = _mismatch(request, target, departures)
    if wrong is not None:
        return wrong
    page = request.page
    if page.address_space is AddressSpace.LOOPBACK and not page.headers.pairs:
        return None  # said by what follows, too, at greater length
    if not _is_checked(_client_space(page, departures), target, departures):
        return None
    secure = is_secure_context(page)
    if secure and same_origin(page.origin, url.origin):
        return None
    if Departure.LOCAL_NETWORK_ASKS in departures:
        return Failure(Refusal.LNA_ASKS, CHECK, about=target.value)
    if Departure.LOCAL_NETWORK_DENIED not in departures:
        return None
    refusal = Refusal.LNA_PERMISSION_DENIED if secure else Refusal.LNA_INSECURE_CONTEXT
    return Failure(refusal, CHECK, about=target.value)


def claims_public(page: Page) -> bool:
    """Whether the page's policy says that it counts as one of the public network, wherever it stands."""
    return has_directive(page, "treat-as-public-address")


def _client_space(page: Page, departures: Departures) -> AddressSpace:
    claimed = Departure.PUBLIC_BY_POLICY in departures and claims_public(page)
    return AddressSpace.PUBLIC if claimed else page.address_space


def _is_checked(client: AddressSpace, target: AddressSpace, departures: Departures) -> bool:
    if client is AddressSpace.LOCAL and Departure.LOCAL_PAGES_REACH_LOOPBACK in departures:
        return False
    return is_local_network_request(client, target)


def _mismatch(request: Request, target: AddressSpace, departures: Departures) -> Failure | None:
    if request.target_address_space is None or Departure.TARGET_SPACE_CHECKED not in departures:
        return None
    wanted = _WRITTEN.get(request.target_address_space, request.target_address_space)
    if target not in _RANK or wanted in (target.value, "unknown"):
        return None
    return Failure(Refusal.LNA_TARGET_SPACE_MISMATCH, CHECK, got=target.value, wanted=wanted, about=target.value)
