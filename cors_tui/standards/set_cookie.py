"""Set-Cookie: what a server asks a browser to keep, and why a browser does not.

https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-the-set-cookie-header-field-2
"""

from __future__ import annotations

import re
from enum import Enum

from cors_tui.standards.cookies import (
    domain_matches,
    is_first_party,
    of_one_site,
    path_matches,
    same_site_allows,
    secure_allows,
)
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.request import Cookie, Page
from cors_tui.standards.site import ip_of, registrable_domain
from cors_tui.standards.url import Url

_LONG_AGO = re.compile(r"\b19\d\d\b|\b\d{1,2}-[A-Za-z]{3}-[789]\d\b")


class Withheld(Enum):
    """Why a cookie that a response sets does not come back with the same request. The value is one phrase."""

    DOMAIN = "its Domain does not cover the host that sets it"
    PUBLIC_SUFFIX = "its Domain is one that anybody may register below"
    PREFIX = "its name promises what its attributes do not keep"
    SECURE = "it is Secure, and came over plain http"
    PARTITIONED_WITHOUT_SECURE = "Partitioned wants Secure"
    NONE_WITHOUT_SECURE = "SameSite=None wants Secure"
    SAME_SITE = "its SameSite keeps it within one site"
    PATH = "its Path does not cover this address"
    THIRD_PARTY = "cookies of other sites are blocked"


def parse_set_cookie(value: str, url: Url) -> Cookie | None:
    """The cookie that ``Set-Cookie: value`` of a response from `url` asks to keep; None for one without a name, and for
    one that only removes.

    https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-the-set-cookie-header-field-2
    """
    pair, _, rest = value.partition(";")
    name, equals, content = (part.strip(" \t") for part in pair.partition("="))
    attributes = _attributes(rest)
    if not equals or not name or _removes(attributes):
        return None
    path = attributes.get("path", "")
    same_site = attributes.get("samesite", "").lower()
    return Cookie(
        name,
        content,
        url.host,
        same_site=same_site if same_site in ("none", "lax", "strict") else "",
        secure="secure" in attributes,
        partitioned="partitioned" in attributes,
        path=path if path.startswith("/") else default_path(url),
        domain=attributes.get("domain", "").removeprefix(".").lower(),
    )


def _attributes(text: str) -> dict[str, str]:
    """By lower-case name; of two the later one counts."""
    parts = (part.partition("=") for part in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in parts if name.strip()}


def _removes(attributes: dict[str, str]) -> bool:
    """Whether it only ends a cookie: an age of zero or less, or a date long gone."""
    age = attributes.get("max-age", "")
    if re.fullmatch(r"-?[0-9]+", age):
        return age.startswith("-") or age.strip("0") == ""
    return bool(_LONG_AGO.search(attributes.get("expires", "")))


def default_path(url: Url) -> str:
    """https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-paths-and-path-match"""
    return url.path.rpartition("/")[0] or "/"


def withheld(cookie: Cookie, page: Page, url: Url, departures: Departures) -> Withheld | None:
    """Why `cookie`, set by a response from `url` to a request of `page`, is not sent with the next such request; None
    when it is. The first reason counts, those of the server before those of the browser.

    https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-storage-model
    """
    return _not_kept(cookie, url, departures) or _not_sent(cookie, page, url, departures)


def _not_kept(cookie: Cookie, url: Url, departures: Departures) -> Withheld | None:
    if cookie.domain and not domain_matches(cookie, url.host):
        return Withheld.DOMAIN
    if cookie.domain and cookie.domain != url.host and _is_public_suffix(cookie.domain):
        return Withheld.PUBLIC_SUFFIX
    if not _keeps_its_prefix(cookie):
        return Withheld.PREFIX
    if not secure_allows(cookie, url, departures):
        return Withheld.SECURE
    if cookie.partitioned and not cookie.secure:
        return Withheld.PARTITIONED_WITHOUT_SECURE
    return Withheld.NONE_WITHOUT_SECURE if cookie.same_site == "none" and not cookie.secure else None


def _not_sent(cookie: Cookie, page: Page, url: Url, departures: Departures) -> Withheld | None:
    there = url.origin
    if not same_site_allows(cookie, not of_one_site(page.origin, there, departures), departures):
        return Withheld.SAME_SITE
    if not path_matches(cookie.path, url.path):
        return Withheld.PATH
    blocked = Departure.THIRD_PARTY_COOKIES_BLOCKED in departures and not is_first_party(page, there)
    return Withheld.THIRD_PARTY if blocked and not cookie.partitioned else None


def _keeps_its_prefix(cookie: Cookie) -> bool:
    """https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-cookie-name-prefixes"""
    name = cookie.name.lower()
    if name.startswith("__host-"):
        return cookie.secure and not cookie.domain and cookie.path == "/"
    return cookie.secure or not name.startswith("__secure-")


def _is_public_suffix(domain: str) -> bool:
    """A name directly below a public suffix is registrable itself."""
    return ip_of(domain) is None and registrable_domain(f"x.{domain}") == f"x.{domain}"
