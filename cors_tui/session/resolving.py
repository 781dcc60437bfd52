"""Looking names up for Local Network Access: only where the answer can matter, and never for long.

A browser decides by the addresses of page and target, before any CORS header. https://wicg.github.io/local-network-access/
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

from cors_tui.case import Case, Lookup
from cors_tui.probe.prober import Prober
from cors_tui.standards.address_space import space_of_host
from cors_tui.standards.local_network_access import claims_public
from cors_tui.standards.request import AddressSpace
from cors_tui.standards.response import NetworkError
from cors_tui.standards.url import Url, parse_url

Addresses = Callable[[Url], Awaitable[tuple[str, ...]]]

LONGEST = 2.0
"""Seconds a lookup may take; what is not known then stays unknown, and is not judged."""

_NEAR = (AddressSpace.LOOPBACK, AddressSpace.LOCAL)


async def with_lookups(case: Case, prober: Prober) -> Case:
    """`case` with the names looked up that Local Network Access turns on: the target's, and the page's where the
    target is not public. Behind a proxy nothing is looked up: there the proxy does it."""
    url = parse_url(case.call.url)
    if url is None or not url.is_http:
        return case
    route = prober.route(url)
    if isinstance(route, NetworkError) or route.proxy is not None:
        return case
    return await looked_up(case, prober.addresses)


async def looked_up(case: Case, addresses: Addresses, longest: float = LONGEST) -> Case:
    """The same by `addresses`, which is given `longest` seconds for each name. Never raises for what it does.

    Nobody is asked about what a page of this machine calls, unless its own policy wants it so.
    """
    url, page = parse_url(case.call.url), parse_url(case.call.origin)
    if url is None or not url.is_http or page is None or not page.is_http or url.host == page.host:
        return case
    client = case.call.request().page
    if client.address_space is AddressSpace.LOOPBACK and not claims_public(client):
        return case
    case = await _with(case, url, addresses, longest)
    if _space(case, url) not in _NEAR:
        return case
    return await _with(case, page, addresses, longest)


def _space(case: Case, url: Url) -> AddressSpace:
    known = {lookup.host: lookup.space for lookup in case.lookups}
    return space_of_host(url.host) or known.get(url.host, AddressSpace.UNKNOWN)


async def _with(case: Case, url: Url, addresses: Addresses, longest: float) -> Case:
    if space_of_host(url.host) is not None or any(lookup.host == url.host for lookup in case.lookups):
        return case
    try:
        async with asyncio.timeout(longest):
            found = await addresses(url)
    except TimeoutError:
        found = ()
    return replace(case, lookups=(*case.lookups, Lookup(url.host, found, time.time())))


def lookup_sentences(case: Case) -> tuple[str, ...]:
    """What was looked up and when, where it says something: one sentence for each name of a private address, and for
    the page's once it was asked for."""
    page = parse_url(case.call.origin)
    told = (each for each in case.lookups if each.space in _NEAR or (page is not None and each.host == page.host))
    return tuple(_sentence(lookup) for lookup in told)


def _sentence(lookup: Lookup) -> str:
    at = time.strftime("%H:%M:%S UTC", time.gmtime(lookup.at))
    if not lookup.addresses:
        return (
            f"{lookup.host} was looked up at {at} and has no address here: Local Network Access is not judged for it."
        )
    return f"{lookup.host} was looked up at {at}: {lookup.addresses[0]}, a {lookup.space.value} address."
