"""Cookies: which of the jar go along with a request.

https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-the-cookie-header-field-2
"""

from __future__ import annotations

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.mixed_content import is_loopback_host
from cors_tui.standards.origin import Origin
from cors_tui.standards.request import Cookie, Page
from cors_tui.standards.site import same_site, schemelessly_same_site
from cors_tui.standards.url import Url


def cookie_header(page: Page, url: Url, crossed_sites: bool, departures: Departures) -> str:
    """The value of the Cookie header a subresource request of `page` to `url` carries; "" for none.

    `crossed_sites`: a redirect on the way led from or to another site.
    """
    if not page.cookies:
        return ""
    there = url.origin
    third_party = not is_first_party(page, there)
    if third_party and Departure.THIRD_PARTY_COOKIES_BLOCKED in departures:
        return ""
    cross_site = not of_one_site(page.origin, there, departures) or (
        crossed_sites and Departure.REDIRECTS_COUNT_FOR_SAME_SITE in departures
    )
    sent = [
        f"{cookie.name}={cookie.value}"
        for cookie in page.cookies
        if domain_matches(cookie, url.host)
        and path_matches(cookie.path, url.path)
        and secure_allows(cookie, url, departures)
        and same_site_allows(cookie, cross_site, departures)
        and (not cookie.partitioned or not third_party)
    ]
    return "; ".join(sent)


def of_one_site(a: Origin, b: Origin, departures: Departures) -> bool:
    """Whether two origins are of the same site, as an engine counts it for SameSite."""
    return schemelessly_same_site(a, b) if Departure.SCHEMES_SHARE_A_SITE in departures else same_site(a, b)


def is_first_party(page: Page, there: Origin) -> bool:
    """Whether `there` is of the same site as the page; to a page of an opaque origin everybody is a third party."""
    return schemelessly_same_site(page.origin, there)


def domain_matches(cookie: Cookie, host: str) -> bool:
    """https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-domain-matching"""
    if not cookie.domain:
        return host == cookie.host
    domain = cookie.domain.lstrip(".").lower()
    return host == domain or host.endswith(f".{domain}")


def path_matches(cookie_path: str, path: str) -> bool:
    """https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-paths-and-path-match"""
    if path == cookie_path:
        return True
    return path.startswith(cookie_path) and (cookie_path.endswith("/") or path[len(cookie_path)] == "/")


def secure_allows(cookie: Cookie, url: Url, departures: Departures) -> bool:
    """A Secure cookie goes over TLS, and in engines that trust loopback, there too.

    https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-the-secure-attribute-2
    """
    if not cookie.secure or url.scheme == "https":
        return True
    return is_loopback_host(url) and Departure.SECURE_COOKIES_NEED_TLS not in departures


def same_site_allows(cookie: Cookie, cross_site: bool, departures: Departures) -> bool:
    """Across sites only ``SameSite=None`` goes along with what script asks for.

    https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-the-samesite-attribute-2
    """
    if not cross_site or cookie.same_site == "none":
        return True
    return cookie.same_site == "" and Departure.NO_SAME_SITE_MEANS_NONE in departures
