"""The cookies a server sets in what was seen, and in which browsers they do not come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cors_tui.browsers.browser import known_browsers
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Evidence, Facts
from cors_tui.masking import masked
from cors_tui.standards.request import Cookie, CredentialsMode
from cors_tui.standards.set_cookie import Withheld, parse_set_cookie, withheld
from cors_tui.standards.verdict import Exchange

_OF_THE_EDGE = (
    "AWSALB",
    "AWSELB",
    "__cf",
    "_cfuvid",
    "ARRAffinity",
    "ASLBSA",
    "GCLB",
    "incap_",
    "visid_",
    "ak_",
    "bm_",
)
"""How the names of cookies begin that load balancers and bot filters set: nobody misses them."""


@dataclass(frozen=True, slots=True)
class SetCookie:
    """One cookie that a response sets. `withheld` says by browser's title why it does not come back; browsers that send
    it are not in it."""

    exchange: Exchange
    line: tuple[str, str]
    cookie: Cookie
    withheld: Mapping[str, Withheld]

    def why(self, *reasons: Withheld) -> tuple[str, ...]:
        """The titles of the browsers that withhold it for one of `reasons`."""
        return tuple(title for title, reason in self.withheld.items() if reason in reasons)

    def quoted(self, shows: str) -> Evidence:
        """Its own line, the value masked."""
        name, value = self.line
        return Evidence(look.where(self.exchange), f"{name}: {masked(name, value)}", shows)


def set_cookies(facts: Facts) -> tuple[SetCookie, ...]:
    """Every cookie that an answer to the person's own request sets, where cookies of another origin go along at all."""
    if facts.case.call.credentials is not CredentialsMode.INCLUDE:
        return ()
    return _set_cookies(facts)


def ignored_cookies(facts: Facts) -> tuple[SetCookie, ...]:
    """Those that are thrown away unseen, as the request goes without credentials."""
    return () if facts.case.call.credentials is CredentialsMode.INCLUDE else _set_cookies(facts)


def _set_cookies(facts: Facts) -> tuple[SetCookie, ...]:
    page = facts.case.request().page
    engines = {browser.title: browser.departures | browser.documented for browser in known_browsers().values()}
    found: list[SetCookie] = []
    for exchange in look.own_exchanges(facts):
        url = exchange.request.url
        for line in exchange.response.headers if exchange.response else ():
            cookie = parse_set_cookie(line[1], url) if line[0].lower() == "set-cookie" else None
            if cookie is not None and not cookie.name.startswith(_OF_THE_EDGE):
                reasons = {title: withheld(cookie, page, url, departures) for title, departures in engines.items()}
                kept_back = {title: reason for title, reason in reasons.items() if reason is not None}
                found.append(SetCookie(exchange, line, cookie, kept_back))
    return tuple(found)


def comes_back(found: SetCookie) -> bool:
    """Whether every browser sends it with the next such request."""
    return not found.withheld


def is_signed_out(exchange: Exchange) -> bool:
    """Whether the server takes the request for one of nobody: 401 or 403."""
    return exchange.response is not None and exchange.response.status in (401, 403)
