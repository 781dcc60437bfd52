"""Mixed content: what an https: page may not fetch over http:, and what is upgraded instead.

https://w3c.github.io/webappsec-mixed-content/
"""

from __future__ import annotations

from ipaddress import IPv6Address

from cors_tui.standards.address_space import space_of_host
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.request import AddressSpace, Initiator, Page, Request
from cors_tui.standards.site import ip_of, is_localhost
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Failure, Refusal, Step

_SPEC = "https://w3c.github.io/webappsec-mixed-content/"
BLOCKED = Step("should fetching request be blocked as mixed content?", "2", f"{_SPEC}#should-block-fetch")

_NEAR = ("local", "private", "loopback")
_PRIVATE = (AddressSpace.LOCAL, AddressSpace.LOOPBACK)

UPGRADED = frozenset({Initiator.IMAGE})
"""What is upgraded to https: instead of being blocked; script's own requests never are."""


def is_loopback_host(url: Url) -> bool:
    """A loopback address, or a name that can be nothing else."""
    address = ip_of(url.host)
    if address is None:
        return is_localhost(url.host)
    mapped = isinstance(address, IPv6Address) and address.ipv4_mapped is not None  # no engine takes that as loopback
    return address.is_loopback and not mapped


def is_trustworthy(url: Url) -> bool:
    """https://w3c.github.io/webappsec-secure-contexts/#potentially-trustworthy-origin"""
    return url.scheme in ("https", "wss", "data", "about", "blob", "file") or is_loopback_host(url)


def prohibits_mixed_content(page: Page) -> bool:
    """https://w3c.github.io/webappsec-mixed-content/#categorize-settings-object"""
    return page.url is not None and page.url.scheme == "https"


def is_secure_context(page: Page) -> bool:
    """https://w3c.github.io/webappsec-secure-contexts/#settings-object"""
    return page.url is not None and is_trustworthy(page.url)


def upgraded(request: Request, url: Url, departures: Departures) -> Url:
    """`url`, or its https: form when the page and the kind of request call for the upgrade.

    https://w3c.github.io/webappsec-mixed-content/#upgrade-algorithm
    """
    if url.scheme != "http":
        return url
    if wants_upgrade(request.page):
        stays = is_trustworthy(url) and Departure.LOOPBACK_IS_UPGRADED not in departures
    else:
        stays = not _is_upgradeable(request, departures) or _is_never_upgraded(url, departures)
    if stays:
        return url
    return parse_url(f"https{url.href.removeprefix('http')}") or url


def _is_upgradeable(request: Request, departures: Departures) -> bool:
    displayed = request.initiator in UPGRADED and prohibits_mixed_content(request.page)
    return displayed and not _is_mixed_freely(request, departures)


def _is_mixed_freely(request: Request, departures: Departures) -> bool:
    """Whether it is an image that an engine lets a page of this machine load from anywhere."""
    if Departure.LOOPBACK_PAGES_MIX_IMAGES not in departures or request.initiator not in UPGRADED:
        return False
    return request.page.url is not None and is_loopback_host(request.page.url)


def _is_never_upgraded(url: Url, departures: Departures) -> bool:
    """Unless the page's own policy says so."""
    if is_trustworthy(url):
        return True
    if ip_of(url.host) is not None:
        return Departure.ADDRESSES_ARE_UPGRADED not in departures
    return Departure.LOCAL_IS_NOT_MIXED_CONTENT in departures and _names_the_local_network(url)


def wants_upgrade(page: Page) -> bool:
    """https://www.w3.org/TR/upgrade-insecure-requests/#upgrade-request"""
    return has_directive(page, "upgrade-insecure-requests")


def has_directive(page: Page, name: str) -> bool:
    """Whether one of the page's policies has a directive that takes no value."""
    if not page.headers.pairs:
        return False
    policies = page.headers.get_all("content-security-policy")
    return any(part.strip().lower() == name for policy in policies for part in policy.replace(",", ";").split(";"))


def mixed_content_failure(request: Request, url: Url, departures: Departures) -> Failure | None:
    """Why an https: page may not ask `url`; None when it may. What was to be upgraded is by now.

    https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
    """
    if url.scheme not in ("http", "ws", "ftp") or not prohibits_mixed_content(request.page):
        return None
    loopback = is_loopback_host(url) and not _blocks_loopback(request, departures)
    if loopback or _is_mixed_freely(request, departures) or is_let_through(request, url, departures):
        return None
    return Failure(Refusal.MIXED_CONTENT, BLOCKED, got=url.href)


def _blocks_loopback(request: Request, departures: Departures) -> bool:
    return Departure.LOOPBACK_IS_MIXED_CONTENT in departures and request.initiator not in UPGRADED


def is_let_through(request: Request, url: Url, departures: Departures) -> bool:
    """Whether an engine lets this mixed content pass: the script said, or the URL shows, that it stays near."""
    if request.target_address_space in _NEAR and Departure.TARGET_SPACE_CHECKED in departures:
        return True
    return Departure.LOCAL_IS_NOT_MIXED_CONTENT in departures and _names_the_local_network(url)


def _names_the_local_network(url: Url) -> bool:
    """By a private address, or a name of multicast DNS, whatever it leads to."""
    name = url.host.removesuffix(".")
    return space_of_host(url.host) in _PRIVATE or name == "local" or name.endswith(".local")
