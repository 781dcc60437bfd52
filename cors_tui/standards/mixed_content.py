"""Mixed content: what an https: page may not fetch over http:, and what is upgraded instead.

https://w3c.github.io/webappsec-mixed-content/
"""

from __future__ import annotations

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.request import Initiator, Page, Request
from cors_tui.standards.site import ip_of, is_localhost
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Failure, Refusal, Step

_SPEC = "https://w3c.github.io/webappsec-mixed-content/"
BLOCKED = Step("should fetching request be blocked as mixed content?", "2", f"{_SPEC}#should-block-fetch")

_UPGRADE = "upgrade-insecure-requests"

UPGRADED = frozenset({Initiator.IMAGE})
"""What is upgraded to https: instead of being blocked; script's own requests never are."""


def is_loopback_host(url: Url) -> bool:
    """A loopback address, or a name that can be nothing else."""
    address = ip_of(url.host)
    return address.is_loopback if address is not None else is_localhost(url.host)


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
    if url.scheme != "http" or not (wants_upgrade(request.page) or _is_upgradeable(request)):
        return url
    everything = Departure.LOOPBACK_IS_UPGRADED in departures and wants_upgrade(request.page)
    if not everything and (is_trustworthy(url) or ip_of(url.host) is not None):
        return url
    return parse_url(f"https{url.href.removeprefix('http')}") or url


def _is_upgradeable(request: Request) -> bool:
    return request.initiator in UPGRADED and prohibits_mixed_content(request.page)


def wants_upgrade(page: Page) -> bool:
    """https://www.w3.org/TR/upgrade-insecure-requests/#upgrade-request"""
    if not page.headers.pairs:
        return False
    policies = page.headers.get_all("content-security-policy")
    return any(part.strip().lower() == _UPGRADE for policy in policies for part in policy.replace(",", ";").split(";"))


def mixed_content_failure(request: Request, url: Url, departures: Departures) -> Failure | None:
    """https://w3c.github.io/webappsec-mixed-content/#should-block-fetch"""
    if url.scheme not in ("http", "ws", "ftp") or not prohibits_mixed_content(request.page):
        return None
    trusted = is_loopback_host(url) and Departure.LOOPBACK_IS_MIXED_CONTENT not in departures
    if trusted or request.initiator in UPGRADED:
        return None
    if (
        request.target_address_space in ("local", "private", "loopback")
        and Departure.TARGET_SPACE_CHECKED in departures
    ):
        return None
    return Failure(Refusal.MIXED_CONTENT, BLOCKED, got=url.href)
